import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

export type Claims = Readonly<Record<string, unknown>>;
export type SignBytes = (input: Buffer) => Buffer;

const part = (json: unknown): string => Buffer.from(JSON.stringify(json)).toString('base64url');

/** Any header over any claims under any signature: what a checker must not be talked into. */
export const forgeJwt = (header: Claims, claims: Claims, signBytes: SignBytes): string => {
  const input = `${part(header)}.${part(claims)}`;
  return `${input}.${signBytes(Buffer.from(input)).toString('base64url')}`;
};

export const newPair = (curve: 'P-256' | 'P-384' = 'P-256') => generateKeyPairSync('ec', { namedCurve: curve });

export const es256 =
  (key: KeyObject, dsaEncoding: 'ieee-p1363' | 'der' = 'ieee-p1363'): SignBytes =>
  (input) =>
    sign('sha256', input, { key, dsaEncoding });

export const es384 = (): SignBytes => {
  const { privateKey: key } = newPair('P-384');
  return (input) => sign('sha384', input, { key, dsaEncoding: 'ieee-p1363' });
};

export const ed25519 = (): SignBytes => {
  const { privateKey } = generateKeyPairSync('ed25519');
  return (input) => sign(null, input, privateKey);
};

export const rs256 = (): SignBytes => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  return (input) => sign('sha256', input, privateKey);
};

export const hs256 =
  (secret: string | Buffer): SignBytes =>
  (input) =>
    createHmac('sha256', secret).update(input).digest();

export const unsigned: SignBytes = () => Buffer.alloc(0);

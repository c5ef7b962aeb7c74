import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ReadTicket, ticketReader } from './read-ticket.ts';

type Claims = Readonly<Record<string, unknown>>;
const pair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
const [own, other, thief] = [pair(), pair(), pair()];
let server: Server;
let base: string;
let read: ReadTicket;

beforeAll(async () => {
  const keys = (key: KeyObject) =>
    JSON.stringify({ keys: [{ ...key.export({ format: 'jwk' }), kid: 'k', alg: 'ES256' }] });
  server = createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(keys(request.url === '/own' ? own.publicKey : other.publicKey));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  read = ticketReader('market', [
    { issuer: 'https://id.example', keys: `${base}/own` },
    { issuer: 'https://other.example', keys: `${base}/other` },
  ]);
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const part = (json: unknown) => Buffer.from(JSON.stringify(json)).toString('base64url');
const es256 = (key: KeyObject) => (input: string) =>
  sign('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' });
const nowS = () => Math.floor(Date.now() / 1000);
let serial = 0;

interface Forgery {
  readonly header?: Claims;
  readonly claims?: Claims;
  readonly sign?: (input: string) => Buffer;
  readonly bend?: (ticket: string) => string;
}
const HEADER = { alg: 'ES256', kid: 'k', typ: 'at+jwt' };
const ticketOf = ({ header = HEADER, claims, sign: signed = es256(own.privateKey), bend = (one) => one }: Forgery) => {
  serial += 1;
  const honest = { iss: 'https://id.example', aud: 'urn:minglu:organisation:market', sub: 'wang', acr: '2' };
  const input = `${part(header)}.${part({ ...honest, iat: nowS(), exp: nowS() + 60, jti: `j${serial}`, ...claims })}`;
  return bend(`${input}.${signed(input).toString('base64url')}`);
};

test('an honest ticket says who it is and how surely, once', async () => {
  const ticket = ticketOf({});
  expect(await read(ticket)).toEqual({ person: 'wang', level: 2 });
  await expect(read(ticket)).rejects.toMatchObject({ code: 'ticket-refused' });
});

test.each<[string, Forgery]>([
  ['of a stranger', { sign: es256(thief.privateKey) }],
  ['of one trusted issuer in another’s name', { sign: es256(other.privateKey) }],
  ['in a stranger’s name', { claims: { iss: 'https://evil.example' } }],
  [
    'with a stranger’s key in its header',
    {
      header: { ...HEADER, jwk: thief.publicKey.export({ format: 'jwk' }) },
      sign: es256(thief.privateKey),
    },
  ],
  [
    'that points to a stranger’s keys',
    { header: { ...HEADER, jku: 'https://evil.example' }, sign: es256(thief.privateKey) },
  ],
  ['with alg none', { header: { ...HEADER, alg: 'none' }, sign: () => Buffer.alloc(0) }],
  [
    'with an HMAC under the public key',
    {
      header: { ...HEADER, alg: 'HS256' },
      sign: (input) =>
        createHmac('sha256', String(own.publicKey.export({ format: 'pem', type: 'spki' })))
          .update(input)
          .digest(),
    },
  ],
  ['that is an ID token', { header: { ...HEADER, typ: 'JWT' } }],
  ['that is a logout token', { header: { ...HEADER, typ: 'logout+jwt' } }],
  ['of no type', { header: { alg: 'ES256', kid: 'k' } }],
  ['for another organisation', { claims: { aud: 'urn:minglu:organisation:tax' } }],
  ['for the platform', { claims: { aud: 'minglu' } }],
  ['for nobody', { claims: { aud: undefined } }],
  ['that ran out', { claims: { iat: nowS() - 100, exp: nowS() - 40 } }],
  ['that never runs out', { claims: { exp: undefined } }],
  ['that is older than two minutes', { claims: { iat: nowS() - 121, exp: nowS() + 600 } }],
  ['of no moment', { claims: { iat: undefined } }],
  ['of a moment to come', { claims: { iat: nowS() + 600, exp: nowS() + 700 } }],
  ['without a number of its own', { claims: { jti: undefined } }],
  ['whose number is a list', { claims: { jti: ['a'] } }],
  ['about nobody', { claims: { sub: undefined } }],
  ['about an empty name', { claims: { sub: '' } }],
  ['about a number', { claims: { sub: 7 } }],
  ['that does not say its level', { claims: { acr: undefined } }],
  [
    'with another person put in after signing',
    {
      bend: (ticket) => {
        const [head, body = '', signature] = ticket.split('.');
        const changed = Buffer.from(body, 'base64url').toString().replace('wang', 'chen');
        return `${head}.${Buffer.from(changed).toString('base64url')}.${signature}`;
      },
    },
  ],
  ['with its signature cut off', { bend: (ticket) => ticket.slice(0, ticket.lastIndexOf('.') + 1) }],
  ['with an extension nobody knows', { header: { ...HEADER, crit: ['x'], x: 1 } }],
  ['that is no ticket', { bend: () => 'wang' }],
])('a ticket %s tells nothing', async (_kind, forgery) => {
  await expect(read(ticketOf(forgery))).rejects.toMatchObject({ code: 'ticket-refused' });
});

test.each([
  ['1', 1],
  ['9', 1],
  [3, 1],
  [['3'], 1],
  ['3', 3],
])('a level of %j is taken for %i', async (acr, level) => {
  expect(await read(ticketOf({ claims: { acr } }))).toEqual({ person: 'wang', level });
});

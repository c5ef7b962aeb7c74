import { type JsonObject, publicJwk, type Signer, signerFromSecret } from '@minglu/protocol';
import type { Town } from '../town.ts';
import type { Visit } from './visit.ts';
import { signInAs } from './walk.ts';

/** Secret of a key of the platform's, of somebody whom the story names. */
const secretOf = (word: string): Uint8Array => new Uint8Array(32).fill(word.length).fill(word.charCodeAt(0), 16);

/** Gives the platform somebody who looks at everything, or who makes the rules. */
export async function nameOfficer(town: Town, role: 'auditor' | 'security-administrator'): Promise<Signer> {
  const signer = signerFromSecret('ES256', secretOf(role));
  await town.founder('keys.register', { org: 'platform', jwk: publicJwk(signer.publicKey) });
  await town.founder('roles.grant', { org: 'platform', kid: signer.publicKey.kid, role });
  return signer;
}

/**
 * Somebody of the platform at a browser: signed in as any officer is, but the card in the reader is the platform's. Which key
 * a person brings is the card's business, and the demonstration's departments know only their own.
 */
export async function signInWithCard(visit: Visit, role: 'auditor' | 'security-administrator'): Promise<void> {
  const secret = secretOf(role);
  const { publicKey } = signerFromSecret('ES256', secret);
  const jwk: JsonObject = { ...publicJwk(publicKey), d: Buffer.from(secret).toString('base64url') };
  await visit.page.route('**/demo/officer-key', (route) =>
    route.fulfill({ json: { jwk, kid: publicKey.kid }, headers: { 'access-control-allow-origin': '*' } }),
  );
  await signInAs(visit, '李登记');
}

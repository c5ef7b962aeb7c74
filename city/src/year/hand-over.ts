import { nativeSigner } from '@minglu/node';
import { base64urlEncode, type JsonObject, parsePublicJwk, publicJwk, type SecretSigner } from '@minglu/protocol';
import { officersOf } from '../seed/officers.ts';
import { DEPARTMENTS, type DepartmentId } from '../seed/organisations.ts';
import type { YearDesk } from './year-desk.ts';
import { nameOfKey, yearJwk, yearSecret } from './year-keys.ts';

/** What lies in the folder of a department: its secrets by name, in base64url. */
export type FolderKeys = Readonly<Record<string, string>>;

export interface HandedOver {
  /** 32 bytes; the platform's administrator from here on. */
  readonly administrator: Uint8Array;
  readonly departments: ReadonlyMap<DepartmentId, FolderKeys>;
}

interface NewKey {
  readonly secret: Uint8Array;
  readonly jwk: JsonObject;
  readonly kid: string;
}

/**
 * The year's keys are known to everybody who has this program. Before anybody lives in the city they are replaced by keys
 * made on this machine and revoked: what was signed with them stands, and nothing more is. A department keeps the old
 * sealing key, for what was sealed to it.
 */
export async function handOver(desk: YearDesk, randomBytes: (length: number) => Uint8Array): Promise<HandedOver> {
  const made = (): NewKey => newKey(randomBytes(32));
  const founder = (deed: string, body: JsonObject) => desk.registered(nameOfKey.founder, deed, body);
  const administrator = made();
  await founder('keys.register', { org: 'platform', jwk: administrator.jwk });
  await founder('roles.grant', { org: 'platform', kid: administrator.kid, role: 'administrator' });
  const departments = new Map<DepartmentId, FolderKeys>();
  for (const { id } of DEPARTMENTS) departments.set(id, await renew(id, made, founder));
  for (const name of [nameOfKey.editor, nameOfKey.checker]) await founder('keys.revoke', { kid: kidOf(name) });
  await desk.signed(signerOf(administrator), 'keys.revoke', { kid: kidOf(nameOfKey.founder) });
  return { administrator: administrator.secret, departments };
}

type Deed = (deed: string, body: JsonObject) => Promise<unknown>;

async function renew(id: DepartmentId, made: () => NewKey, founder: Deed): Promise<FolderKeys> {
  const holders = [
    { name: 'attester', before: nameOfKey.attester(id), roles: ['attester'] },
    ...officersOf(id).map((person) => ({
      name: `officer:${person.id}`,
      before: nameOfKey.officer(id, person.id),
      roles: person.duties,
    })),
  ];
  const sealing = made();
  const keys: Record<string, string> = {
    sealing: base64urlEncode(sealing.secret),
    'sealing-before:1': base64urlEncode(yearSecret(nameOfKey.sealing(id))),
  };
  await founder('organisations.update', { id, sealingKey: sealing.jwk });
  for (const { name, before, roles } of holders) {
    const key = made();
    keys[name] = base64urlEncode(key.secret);
    await founder('keys.register', { org: id, jwk: key.jwk });
    for (const role of roles) await founder('roles.grant', { org: id, kid: key.kid, role });
    await founder('keys.revoke', { kid: kidOf(before) });
  }
  return keys;
}

function newKey(secret: Uint8Array): NewKey {
  const jwk = publicJwk(nativeSigner('ES256', secret).publicKey);
  return { secret, jwk, kid: parsePublicJwk(jwk).kid };
}

function signerOf({ secret }: NewKey): SecretSigner {
  return nativeSigner('ES256', secret);
}

function kidOf(name: string): string {
  return parsePublicJwk(yearJwk(name)).kid;
}

import { type JsonObject, publicJwk, type SecretSigner, sha256, signerFromSecret, utf8Encode } from '@minglu/protocol';
import type { DepartmentIntroduction } from '../seed/founding.ts';
import { officersOf } from '../seed/officers.ts';
import { DEPARTMENTS, type DepartmentId } from '../seed/organisations.ts';

/** Of a key that the year's seed gives: known to whoever has this program, and so worth nothing outside a demonstration. */
export function yearSecret(name: string): Uint8Array {
  return sha256(utf8Encode(`minglu year key\n${name}`));
}

const signers = new Map<string, SecretSigner>();

/** ES256 by RFC 6979: the same words have the same signature. */
export function yearSigner(name: string): SecretSigner {
  const known = signers.get(name);
  if (known !== undefined) return known;
  const signer = signerFromSecret('ES256', yearSecret(name));
  signers.set(name, signer);
  return signer;
}

export function yearJwk(name: string): JsonObject {
  return publicJwk(yearSigner(name).publicKey);
}

export const nameOfKey = {
  founder: 'founder',
  editor: 'calendar-editor 1',
  checker: 'calendar-editor 2',
  attester: (id: string) => `${id} attester`,
  sealing: (id: string) => `${id} sealing`,
  officer: (id: string, person: string) => `${id} officer:${person}`,
};

/** The names under which a department keeps its keys in its own folder, each with the year's name for it. */
export function keysOfDepartment(id: DepartmentId): ReadonlyMap<string, string> {
  const officers = officersOf(id).map((person) => [`officer:${person.id}`, nameOfKey.officer(id, person.id)] as const);
  return new Map([['attester', nameOfKey.attester(id)], ['sealing', nameOfKey.sealing(id)], ...officers]);
}

/** What the departments would say of themselves at their doors. */
export function yearIntroductions(): DepartmentIntroduction[] {
  return DEPARTMENTS.map(({ id, name, parent, superior }, at) => ({
    ...{ id, name, parent },
    ...(superior === undefined ? {} : { superior }),
    endpoint: `http://127.0.0.1:${7461 + at}`,
    attesterJwk: yearJwk(nameOfKey.attester(id)),
    sealingJwk: yearJwk(nameOfKey.sealing(id)),
    officers: officersOf(id).map((person) => ({
      jwk: yearJwk(nameOfKey.officer(id, person.id)),
      duties: person.duties,
    })),
  }));
}

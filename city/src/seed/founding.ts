import type { JsonObject, Signer } from '@minglu/protocol';
import { base64urlEncode, parsePublicJwk, signTransaction } from '@minglu/protocol';

/** What a department tells of itself at its door (`GET /about`): enough to enter it in the register. */
export interface DepartmentIntroduction {
  readonly id: string;
  readonly name: string;
  readonly endpoint: string;
  readonly attesterJwk: JsonObject;
  readonly sealingJwk: JsonObject;
  readonly officers: readonly { readonly jwk: JsonObject; readonly duties: readonly string[] }[];
}

export interface FoundingOptions {
  readonly chain: string;
  readonly founder: Signer;
  /** Time of block 0, milliseconds. */
  readonly time: number;
  readonly government: { readonly id: string; readonly name: string };
  readonly departments: readonly DepartmentIntroduction[];
  readonly services: readonly JsonObject[];
  randomBytes(length: number): Uint8Array;
}

type Deed = readonly [deed: string, body: JsonObject];

/** The transactions of block 0: organisations under their government, keys, roles, services; signed by the founder. */
export async function foundingTransactions(options: FoundingOptions): Promise<string[]> {
  const { government, departments, services } = options;
  const deeds: Deed[] = [];
  if (departments.length > 0) deeds.push(['organisations.register', { ...government, kind: 'government' }]);
  for (const department of departments) deeds.push(...introduce(department, government.id));
  for (const service of services) deeds.push(['services.register', service]);
  return await Promise.all(deeds.map((deed) => signed(options, deed)));
}

function introduce(department: DepartmentIntroduction, parent: string): Deed[] {
  const { id, name, endpoint, attesterJwk, sealingJwk, officers } = department;
  const deeds: Deed[] = [
    ['organisations.register', { id, name, kind: 'department', parent, endpoint, sealingKey: sealingJwk }],
    ...keyWithRole(id, attesterJwk, 'attester'),
  ];
  for (const { jwk, duties } of officers) {
    const [first, ...others] = duties;
    if (first === undefined) continue;
    deeds.push(...keyWithRole(id, jwk, first));
    for (const role of others) deeds.push(['roles.grant', { org: id, kid: parsePublicJwk(jwk).kid, role }]);
  }
  return deeds;
}

function keyWithRole(org: string, jwk: JsonObject, role: string): Deed[] {
  const { kid } = parsePublicJwk(jwk);
  return [
    ['keys.register', { org, jwk }],
    ['roles.grant', { org, kid, role }],
  ];
}

function signed(options: FoundingOptions, [deed, body]: Deed): Promise<string> {
  const { chain, founder, time, randomBytes } = options;
  const id = base64urlEncode(randomBytes(16));
  return signTransaction({ chain, id, deed, notAfter: time + 3_600_000, body }, founder, { embedKey: false });
}

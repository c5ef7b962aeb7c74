import type { JsonObject, Signer } from '@minglu/protocol';
import { base64urlEncode, parsePublicJwk, publicJwk, signTransaction } from '@minglu/protocol';

/** What a department tells of itself at its door (`GET /about`): enough to enter it in the register. */
export interface DepartmentIntroduction {
  readonly id: string;
  readonly name: string;
  readonly endpoint: string;
  /** The government it belongs to; the highest where none is named. */
  readonly parent?: string;
  /** The organ above it in its own line. */
  readonly superior?: string;
  readonly attesterJwk: JsonObject;
  readonly sealingJwk: JsonObject;
  readonly officers: readonly { readonly jwk: JsonObject; readonly duties: readonly string[] }[];
}

export interface Government {
  readonly id: string;
  readonly name: string;
  readonly parent?: string;
}

export interface FoundingOptions {
  readonly chain: string;
  readonly founder: Signer;
  /** Time of block 0, milliseconds. */
  readonly time: number;
  /** A higher one before those under it. */
  readonly governments: readonly Government[];
  readonly departments: readonly DepartmentIntroduction[];
  readonly services: readonly JsonObject[];
  /** A year's days off, proposed by one person and confirmed by another. */
  readonly calendar?: { readonly body: JsonObject; readonly editor: Signer; readonly checker: Signer };
  randomBytes(length: number): Uint8Array;
}

interface Deed {
  readonly deed: string;
  readonly body: JsonObject;
  /** The founder where nobody else is named. */
  readonly by?: Signer;
  readonly id?: string;
}

/** The transactions of block 0: organisations under their government, keys, roles, services; signed by the founder. */
export async function foundingTransactions(options: FoundingOptions): Promise<string[]> {
  const { governments, departments, services } = options;
  const deeds: Deed[] = [];
  if (departments.length > 0) {
    for (const government of governments)
      deeds.push({ deed: 'organisations.register', body: { ...government, kind: 'government' } });
  }
  for (const department of departments) deeds.push(...introduce(department, governments[0]?.id));
  for (const body of services) deeds.push({ deed: 'services.register', body });
  deeds.push(...calendarDeeds(options));
  return await Promise.all(deeds.map((deed) => signed(options, deed)));
}

function introduce(department: DepartmentIntroduction, highest: string | undefined): Deed[] {
  const parent = department.parent ?? highest;
  const { id, name, superior, endpoint, attesterJwk, sealingJwk, officers } = department;
  const deeds: Deed[] = [
    {
      deed: 'organisations.register',
      body: {
        id,
        name,
        kind: 'department',
        ...(parent === undefined ? {} : { parent }),
        ...(superior === undefined ? {} : { superior }),
        endpoint,
        sealingKey: sealingJwk,
      },
    },
    ...keyWithRole(id, attesterJwk, 'attester'),
  ];
  for (const { jwk, duties } of officers) {
    const [first, ...others] = duties;
    if (first === undefined) continue;
    deeds.push(...keyWithRole(id, jwk, first));
    for (const role of others)
      deeds.push({ deed: 'roles.grant', body: { org: id, kid: parsePublicJwk(jwk).kid, role } });
  }
  return deeds;
}

function keyWithRole(org: string, jwk: JsonObject, role: string): Deed[] {
  const { kid } = parsePublicJwk(jwk);
  return [
    { deed: 'keys.register', body: { org, jwk } },
    { deed: 'roles.grant', body: { org, kid, role } },
  ];
}

/** Two keys of the platform enter what the State Council has announced; nobody does so alone. */
function calendarDeeds({ calendar, randomBytes }: FoundingOptions): Deed[] {
  if (calendar === undefined) return [];
  const { body, editor, checker } = calendar;
  const proposal = base64urlEncode(randomBytes(16));
  const named = { region: body.region ?? '', year: body.year ?? 0, proposal };
  return [
    ...keyWithRole('platform', publicJwk(editor.publicKey), 'calendar-editor'),
    ...keyWithRole('platform', publicJwk(checker.publicKey), 'calendar-editor'),
    { deed: 'calendars.propose', body, by: editor, id: proposal },
    { deed: 'calendars.confirm', body: named, by: checker },
  ];
}

function signed(options: FoundingOptions, { deed, body, by, id }: Deed): Promise<string> {
  const { chain, founder, time, randomBytes } = options;
  const letter = { chain, id: id ?? base64urlEncode(randomBytes(16)), deed, notAfter: time + 3_600_000, body };
  return signTransaction(letter, by ?? founder, { embedKey: false });
}

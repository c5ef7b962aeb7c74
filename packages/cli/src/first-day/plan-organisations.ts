import { isJsonObject, type JsonObject, parseStrictJsonObject } from '@minglu/protocol';
import type { DraftOrganisation } from './parse-organisations.ts';

export type OrganisationFindingCode =
  | 'id-malformed'
  | 'id-twice'
  | 'name-malformed'
  | 'kind-malformed'
  | 'endpoint-malformed'
  | 'parent-unknown'
  | 'superior-unknown'
  | 'circle';

export interface OrganisationFinding {
  readonly row: number;
  readonly code: OrganisationFindingCode;
  readonly value: string;
}

/** What an import would do, before anything of it is done. */
export interface OrganisationPlan {
  /** Bodies of `organisations.register`, whoever is above before whoever is below. */
  readonly register: readonly JsonObject[];
  /** Known to the ledger exactly so. */
  readonly known: readonly string[];
  /** Known to the ledger with other words; an import changes nobody. */
  readonly differing: readonly string[];
  readonly findings: readonly OrganisationFinding[];
}

const ID = /^[a-z][a-z0-9-]{1,62}$/;
const KIND = /^[a-z][a-z0-9-]{1,30}$/;
const ENDPOINT = /^https?:\/\/[A-Za-z0-9.[\]:-]{1,200}(\/[A-Za-z0-9._~/-]{0,200})?$/;
const MAX_NAME = 100;

/** Checks every row, holds it against the ledger and puts the rows in an order in which each finds those it names. */
export async function planOrganisations(
  drafts: readonly DraftOrganisation[],
  findRecord: (key: string) => Promise<string | undefined>,
): Promise<OrganisationPlan> {
  const named = drafts.flatMap(({ id, parent, superior }) => [id, parent ?? '', superior ?? '']);
  const ids = [...new Set(named)].filter((id) => ID.test(id));
  const records = await Promise.all(ids.map(async (id) => [id, await findRecord(`org/${id}`)] as const));
  const onLedger = new Map(records.flatMap(([id, text]) => (text === undefined ? [] : [[id, text] as const])));
  const rows = new Map(drafts.map((draft) => [draft.id, draft]));
  const findings = drafts.flatMap((draft) => findingsOf(draft, drafts, (id) => rows.has(id) || onLedger.has(id)));
  const { ordered, circle } = order(drafts.filter(({ id }) => !onLedger.has(id)));
  const there = drafts.filter(({ id }) => onLedger.has(id));
  const isSame = (draft: DraftOrganisation) => isAs(draft, onLedger.get(draft.id) ?? '{}');
  return {
    register: ordered.map(bodyOf),
    known: there.filter(isSame).map(({ id }) => id),
    differing: there.filter((draft) => !isSame(draft)).map(({ id }) => id),
    findings: [...findings, ...circle.map(({ row, id }) => ({ row, code: 'circle', value: id }) as const)],
  };
}

function findingsOf(
  { row, id, name, kind, parent, superior, endpoint }: DraftOrganisation,
  drafts: readonly DraftOrganisation[],
  isKnown: (id: string) => boolean,
): readonly OrganisationFinding[] {
  const faults: readonly (readonly [isFault: boolean, code: OrganisationFindingCode, value: string])[] = [
    [!ID.test(id), 'id-malformed', id],
    [drafts.some((other) => other.id === id && other.row < row), 'id-twice', id],
    // Control and direction characters would make a name read as another's.
    [name.length < 1 || [...name].length > MAX_NAME || /\p{C}/u.test(name), 'name-malformed', name],
    [!KIND.test(kind), 'kind-malformed', kind],
    [endpoint !== undefined && !ENDPOINT.test(endpoint), 'endpoint-malformed', endpoint ?? ''],
    [parent !== undefined && !isKnown(parent), 'parent-unknown', parent ?? ''],
    [superior !== undefined && !isKnown(superior), 'superior-unknown', superior ?? ''],
  ];
  return faults.flatMap(([isFault, code, value]) => (isFault ? [{ row, code, value }] : []));
}

/** Round by round, whoever waits for nobody any more; what is left names itself in a circle. */
function order(drafts: readonly DraftOrganisation[]) {
  const ordered: DraftOrganisation[] = [];
  let waiting = drafts;
  for (;;) {
    const waitingIds = new Set(waiting.map(({ id }) => id));
    const waits = ({ parent, superior }: DraftOrganisation) =>
      [parent, superior].some((one) => one !== undefined && waitingIds.has(one));
    const next = waiting.filter((draft) => !waits(draft));
    ordered.push(...next);
    waiting = waiting.filter(waits);
    if (next.length === 0 || waiting.length === 0) return { ordered, circle: waiting };
  }
}

function bodyOf({ row: _row, ...body }: DraftOrganisation): JsonObject {
  const { id, name, kind, parent, endpoint, superior } = body;
  return {
    ...{ id, name, kind },
    ...(parent === undefined ? {} : { parent }),
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(superior === undefined ? {} : { superior }),
  };
}

function isAs({ name, kind, parent, superior }: DraftOrganisation, text: string): boolean {
  const record = parseStrictJsonObject(text);
  return (
    isJsonObject(record) &&
    record.name === name &&
    record.kind === kind &&
    record.parent === parent &&
    record.superior === superior
  );
}

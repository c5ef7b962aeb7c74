import { isJsonObject, type JsonObject, type JsonValue, parseStrictJson } from '@minglu/protocol';
import { AuditError } from './audit-error.ts';
import { AUDIT_KINDS, type AuditEntry, type AuditLine } from './audit-line.ts';

/** UTF-16 units of the longest line. */
export const MAX_LINE_LENGTH = 2_048;

const NOTHING = 'A'.repeat(43);
const THUMBPRINT = /^[\w-]{43}$/;
const ORGANISATION = /^[a-z][a-z0-9-]{1,62}$/;
const CODE = /^[a-z][a-z0-9-]{0,63}$/;

type Check = (value: JsonValue) => boolean;
const matches =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value);

/** In the order in which they stand in a line. */
const MEMBERS: Readonly<Record<string, { readonly check: Check; readonly optional?: true }>> = {
  seq: { check: (value) => typeof value === 'number' && value >= 0 },
  at: { check: (value) => typeof value === 'number' && value >= 0 },
  kind: { check: (value) => AUDIT_KINDS.some((kind) => kind === value) },
  actor: { check: isActor },
  action: { check: matches(/^[a-z][a-z0-9-]{0,39}(\.[a-z][a-z0-9-]{0,39}){0,3}$/) },
  object: { check: matches(/^[a-z][a-z-]{0,39}\/[\w.:-]{1,100}(\/[\w.:-]{1,100}){0,2}$/), optional: true },
  case: { check: matches(/^[\w-]{22}$/), optional: true },
  organ: { check: matches(ORGANISATION), optional: true },
  purpose: { check: matches(CODE), optional: true },
  article: { check: matches(/^[^\p{C}"\\]{1,80}$/u), optional: true },
  result: { check: matches(CODE) },
  assurance: { check: (value) => value === 1 || value === 2 || value === 3, optional: true },
  via: { check: matches(/^(api|department:[a-z][a-z0-9-]{1,62})$/) },
  correlation: { check: matches(/^[\w-]{1,64}$/), optional: true },
  previous: { check: matches(THUMBPRINT) },
};

const ACTOR: Readonly<Record<string, RegExp>> = { kid: THUMBPRINT, account: THUMBPRINT, org: ORGANISATION };

function isActor(value: JsonValue): boolean {
  if (!isJsonObject(value)) return false;
  return isOrdered(value, Object.keys(ACTOR)) && Object.entries(value).every(([name, of]) => matchesActor(name, of));
}

const matchesActor = (name: string, value: JsonValue): boolean =>
  typeof value === 'string' && ACTOR[name]?.test(value) === true;

/** Whether the members are among `names` and stand in their order. */
function isOrdered(value: JsonObject, names: readonly string[]): boolean {
  const places = Object.keys(value).map((name) => names.indexOf(name));
  return places.every((place, index) => place >= 0 && place > (places[index - 1] ?? -1));
}

/** The line of this text, which must be exactly how `formatLine` writes it. Throws `audit-line-malformed`. */
export function parseLine(text: string): AuditLine {
  let value: JsonValue;
  try {
    value = parseStrictJson(text, MAX_LINE_LENGTH);
  } catch {
    throw new AuditError('audit-line-malformed', { member: 'json' });
  }
  if (!isJsonObject(value) || !isOrdered(value, Object.keys(MEMBERS))) {
    throw new AuditError('audit-line-malformed', { member: 'members' });
  }
  for (const [name, { check, optional }] of Object.entries(MEMBERS)) {
    const member = value[name];
    if (member === undefined ? optional !== true : !check(member)) {
      throw new AuditError('audit-line-malformed', { member: name });
    }
  }
  return value as unknown as AuditLine;
}

/** The entry's members as they stand in its line, between the number and the chain. Throws `audit-line-malformed`. */
export function formatEntry(entry: AuditEntry): string {
  const text = formatLine({ ...entry, seq: 0, previous: NOTHING });
  return text.slice('{"seq":0,'.length, -`,"previous":"${NOTHING}"}`.length);
}

/** The line's text without a newline: what is hashed. Throws `audit-line-malformed` for what no reader would take. */
export function formatLine(line: AuditLine): string {
  const ordered: Record<string, unknown> = {};
  for (const name of Object.keys(MEMBERS)) {
    const value = (line as unknown as Record<string, unknown>)[name];
    if (value !== undefined) ordered[name] = name === 'actor' ? orderedActor(line.actor) : value;
  }
  const text = JSON.stringify(ordered);
  parseLine(text);
  return text;
}

const orderedActor = ({ kid, account, org }: AuditLine['actor']): AuditLine['actor'] => ({
  ...(kid === undefined ? {} : { kid }),
  ...(account === undefined ? {} : { account }),
  ...(org === undefined ? {} : { org }),
});

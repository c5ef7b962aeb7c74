import { isJsonObject, type JsonValue, parseStrictJson } from '@minglu/protocol';

/** A row as it came, before anything of it is believed. `row` counts from 1, the heading left out. */
export interface DraftOrganisation {
  readonly row: number;
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly parent?: string;
  readonly superior?: string;
  readonly endpoint?: string;
}

const COLUMNS = ['id', 'name', 'kind', 'parent', 'superior', 'endpoint'] as const;
const NEEDED = ['id', 'name', 'kind'] as const;
const MAX_LENGTH = 4_194_304;
const MAX_ROWS = 5_000;

export type ParseFault = 'too-long' | 'too-many' | 'heading' | 'row' | 'json';

/** CSV (RFC 4180, UTF-8, with a heading) or a JSON array of objects; a fault names the row. */
export function parseOrganisations(
  text: string,
): readonly DraftOrganisation[] | { readonly fault: ParseFault; readonly row: number } {
  if (text.length > MAX_LENGTH) return { fault: 'too-long', row: 0 };
  const plain = text.replace(/^\uFEFF/, '');
  const records = plain.trimStart().startsWith('[') ? readJson(plain) : readCsv(plain);
  if ('fault' in records) return records;
  if (records.length > MAX_ROWS) return { fault: 'too-many', row: MAX_ROWS };
  return records.map((record, at) => draftOf(record, at + 1));
}

type Records = readonly Readonly<Record<string, string>>[] | { readonly fault: ParseFault; readonly row: number };

function draftOf(record: Readonly<Record<string, string>>, row: number): DraftOrganisation {
  const { id = '', name = '', kind = '' } = record;
  const others = (['parent', 'superior', 'endpoint'] as const).flatMap((column) => {
    const value = record[column];
    return value === undefined || value === '' ? [] : [[column, value] as const];
  });
  return { row, id, name, kind, ...Object.fromEntries(others) };
}

function readJson(text: string): Records {
  let parsed: unknown;
  try {
    parsed = parseStrictJson(text.replaceAll(/("(?:[^"\\]|\\.)*")|\s+/g, '$1'), MAX_LENGTH);
  } catch {
    return { fault: 'json', row: 0 };
  }
  const rows = Array.isArray(parsed) ? (parsed as readonly JsonValue[]) : [];
  const wrong = rows.findIndex(
    (row) =>
      !isJsonObject(row) ||
      !Object.entries(row).every(([name, value]) => isColumn(name) && typeof value === 'string') ||
      !NEEDED.every((name) => name in row),
  );
  return wrong < 0 ? (rows as unknown as Record<string, string>[]) : { fault: 'row', row: wrong + 1 };
}

function readCsv(text: string): Records {
  const [heading, ...rows] = splitCsv(text);
  const isHeading =
    heading?.every(isColumn) === true &&
    new Set(heading).size === heading.length &&
    NEEDED.every((name) => heading.includes(name));
  if (!isHeading) return { fault: 'heading', row: 0 };
  const wrong = rows.findIndex((row) => row.length !== heading.length);
  if (wrong >= 0) return { fault: 'row', row: wrong + 1 };
  return rows.map((row) => Object.fromEntries(heading.map((name, at) => [name, (row[at] ?? '').trim()])));
}

function isColumn(name: string): boolean {
  return COLUMNS.some((column) => column === name);
}

const FIELD = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|$)/y;

/** Rows of fields; one that is not in RFC 4180's form ends in a row of its own that fits no heading. */
function splitCsv(text: string): string[][] {
  const body = text.replace(/(\r\n|\n)+$/, '');
  const rows: string[][] = [[]];
  FIELD.lastIndex = 0;
  for (;;) {
    const match = FIELD.exec(body);
    if (match === null) return [...rows, []];
    const [, quoted, bare = '', end] = match;
    rows.at(-1)?.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end === '') return rows;
    if (end !== ',') rows.push([]);
  }
}

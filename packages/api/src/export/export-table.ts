import { type LicenceRecord, type RegisterFilter, readLicence } from '@minglu/protocol';
import type { ApiContext } from '../api-context.ts';
import { chinaMonth } from '../followers/projections/china-month.ts';
import { exportLicences, startExport } from './export-licences.ts';

/** Spreadsheets take a file for UTF-8 by this. */
const BYTE_ORDER_MARK = '\u{feff}';
const HOUR_MS = 3_600_000;

const COLUMNS: readonly (readonly [string, (licence: LicenceRecord, number: string) => string])[] = [
  ['统一社会信用代码 number', (_licence, number) => number],
  ['名称 name', ({ tradeName }) => tradeName],
  ['种类 kind', ({ kind }) => kind],
  ['事项 service', ({ service }) => service],
  ['登记机关 organ', ({ organName }) => organName],
  ['地区 region', ({ region }) => region],
  ['经营范围 scope', ({ scope }) => scope.join(' ')],
  ['状态 status', ({ status }) => status],
  ['状态起于 since', ({ since }) => chinaDay(since)],
  ['核发 issued', ({ issuedAt }) => chinaDay(issuedAt)],
];

/** The same licences as a table for people: CSV (RFC 4180). It proves nothing; the lines do. */
export async function* exportTable(context: ApiContext, filter: RegisterFilter): AsyncGenerator<string> {
  yield `${BYTE_ORDER_MARK}${COLUMNS.map(([title]) => cell(title)).join(',')}\r\n`;
  for await (const batch of exportLicences(context, startExport(context), filter)) {
    for (const { number, value } of batch) {
      const licence = readLicence(value);
      if (isAskedFor(filter, licence)) yield `${COLUMNS.map(([, of]) => cell(of(licence, number))).join(',')}\r\n`;
    }
  }
}

/**
 * One cell. A name that begins like a formula would be run by the spreadsheet of whoever opens the file; an apostrophe before
 * it makes it text.
 */
export function cell(text: string): string {
  const safe = /^[\s]*[=+\-@\t\r\n|]/.test(text) || /^[＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n;']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function isAskedFor({ region, month, service }: RegisterFilter, licence: LicenceRecord): boolean {
  if (region !== undefined && !licence.region.startsWith(region)) return false;
  if (service !== undefined && licence.service !== service) return false;
  return month === undefined || chinaMonth(licence.issuedAt) === month;
}

function chinaDay(timeMs: number): string {
  return new Date(timeMs + 8 * HOUR_MS).toISOString().slice(0, 10);
}

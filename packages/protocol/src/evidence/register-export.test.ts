import { describe, expect, it } from 'vitest';
import {
  type ExportHeader,
  formatExportHeader,
  isRegisterExport,
  parseExportHeader,
  parseExportLine,
} from './register-export.ts';

const header: ExportHeader = {
  origin: 'minglu.example/test',
  filter: { region: '3301', month: '2026-11', service: 'some-registration' },
  counter: '{"next":6}',
  state: { depth: 0, siblings: [] },
  block: 'c2sp.org/tlog-proof@v1\n',
};
const json = JSON.parse(formatExportHeader(header)) as Record<string, unknown>;
const refusal = (line: number) => expect.objectContaining({ code: 'export-malformed', facts: { line } });

describe('the first line of an export', () => {
  it('text and parts are each other', () => {
    expect(parseExportHeader(formatExportHeader(header))).toEqual(header);
    const empty = { ...header, filter: {}, counter: null };
    expect(parseExportHeader(formatExportHeader(empty))).toEqual(empty);
  });

  it('is known by its first characters, and nothing else is', () => {
    expect(isRegisterExport(formatExportHeader(header))).toBe(true);
    expect(isRegisterExport('{"v":0,"type":"minglu-licence-proof",')).toBe(false);
    expect(isRegisterExport(` ${formatExportHeader(header)}`)).toBe(false);
  });

  it.each([
    ['another version', { ...json, v: 1 }],
    ['another type', { ...json, type: 'minglu-licence-file' }],
    ['no origin', { ...json, origin: undefined }],
    ['an origin that is a number', { ...json, origin: 5 }],
    ['a counter that is a number', { ...json, counter: 6 }],
    ['no counter', { ...json, counter: undefined }],
    ['no state', { ...json, state: undefined }],
    ['a block that is an object', { ...json, block: {} }],
    ['no filter', { ...json, filter: undefined }],
    ['a filter that is a list', { ...json, filter: [] }],
    ['a filter by something else', { ...json, filter: { operator: 'x' } }],
    ['a filter by what every object has', { ...json, filter: { constructor: '33' } }],
    ['a region of three digits', { ...json, filter: { region: '330' } }],
    ['a region that is a number', { ...json, filter: { region: 33 } }],
    ['a thirteenth month', { ...json, filter: { month: '2026-13' } }],
    ['a service in capitals', { ...json, filter: { service: 'SOME' } }],
  ])('with %s is refused', (_, wrong) => {
    expect(() => parseExportHeader(JSON.stringify(wrong))).toThrow(refusal(1));
  });
});

describe('a line of an export', () => {
  it('that is no strict JSON object, or too long, is refused by its number', () => {
    for (const line of ['', '[]', '{"a":1', '{ "a":1}', '{"a":1,"a":1}', `{"a":"${'x'.repeat(262_144)}"}`])
      expect(() => parseExportLine(line, 7)).toThrow(refusal(7));
    expect(parseExportLine('{"a":1}', 7)).toEqual({ a: 1 });
  });
});

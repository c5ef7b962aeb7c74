import { expect, test } from 'vitest';
import { formatSyslog } from './format-syslog.ts';

const text = (line: object) => JSON.stringify(line);
const said = (frame: Buffer) => frame.toString('utf8');

test('a line is a message of RFC 5424 in a frame that counts its bytes, and stands in it as it is', () => {
  const line = text({ seq: 4, at: 1_700_000_000_000, kind: 'read', object: 'case/é' });
  const frame = formatSyslog({ host: 'node.city', source: 'audit:api', text: line });
  const message = `<110>1 2023-11-14T22:13:20.000Z node.city minglu audit:api read [origin software="minglu"] \uFEFF${line}`;
  expect(said(frame)).toBe(`${Buffer.byteLength(message)} ${message}`);
});

test('a denial and an error are warnings; a line that is no JSON goes on all the same', () => {
  const head = (line: string) =>
    said(formatSyslog({ host: 'h', source: 's', text: line }))
      .split(' ')
      .slice(1, 7);
  expect(head(text({ at: 0, kind: 'denied' }))[0]).toBe('<108>1');
  expect(head(text({ level: 50, time: 0, event: 'halt' }))).toEqual([
    ...['<108>1', '1970-01-01T00:00:00.000Z', 'h', 'minglu', 's', 'halt'],
  ]);
  expect(head('not JSON')).toEqual(['<110>1', '-', 'h', 'minglu', 's', '-']);
});

test('nothing in a line can end a field of its head', () => {
  const frame = said(formatSyslog({ host: 'a b\n', source: '', text: text({ kind: 'x] y\r\n"', at: -1 }) }));
  expect(frame).toMatch(/^\d+ <110>1 - ab minglu - x]y" \[origin/);
});

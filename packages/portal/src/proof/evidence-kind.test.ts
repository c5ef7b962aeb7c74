import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evidenceKind } from './evidence-kind.ts';

const receipt =
  'c2sp.org/tlog-proof@v1\nextra AAAA\nindex 0\n\nminglu.example/city\n1\nAAAA\n\n— minglu.example/city BBBB\n';
const proof = JSON.stringify({
  v: 0,
  type: 'minglu-licence-proof',
  number: '92',
  value: null,
  state: { siblings: [] },
  block: receipt,
});
const licence = JSON.stringify({
  v: 0,
  type: 'minglu-licence',
  number: '92',
  disclosures: {},
  proof: JSON.parse(proof),
});

test('each kind of file is recognised by its content', () => {
  expect(evidenceKind(receipt)).toBe('receipt');
  expect(evidenceKind(proof)).toBe('licence-proof');
  expect(evidenceKind(licence)).toBe('licence-file');
  expect(evidenceKind('{"v":0,"type":"minglu-trust"}')).toBe('trust-file');
});

test('a holiday photo, a stranger’s JSON and an empty file are unknown, not damaged', () => {
  for (const text of ['', '\u0000PNG', '{"type":"invoice","number":"7"}', '[]', 'null', '很久以前']) {
    expect(evidenceKind(text)).toBe('unknown');
  }
});

test('changing any one character of our files never makes them a stranger’s', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(receipt, proof, licence),
      fc.nat(),
      fc.string({ minLength: 1, maxLength: 1 }),
      (text, at, other) => {
        const place = at % text.length;
        const changed = text.slice(0, place) + other + text.slice(place + 1);
        expect(evidenceKind(changed)).not.toBe('unknown');
      },
    ),
  );
});

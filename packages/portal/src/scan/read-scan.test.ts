import { expect, test } from 'vitest';
import { readScan } from './read-scan.ts';

const HERE = 'https://minglu.example';
const NUMBER = '92110105MA0000007H';

test('a number, and our own address of one, are a number to check here', () => {
  expect(readScan(NUMBER, HERE)).toEqual({ kind: 'number', number: NUMBER });
  expect(readScan(` ${NUMBER.toLowerCase()}\n`, HERE)).toEqual({ kind: 'number', number: NUMBER });
  expect(readScan(`${HERE}/verify/${NUMBER}`, HERE)).toEqual({ kind: 'number', number: NUMBER });
});

test.each([
  `https://minglu.example.evil.test/verify/${NUMBER}`,
  `https://minglu.example@evil.test/verify/${NUMBER}`,
  `http://minglu.example/verify/${NUMBER}`,
])('an address of a look-alike, %s, is text, with the number to check here', (address) => {
  expect(readScan(address, HERE)).toEqual({ kind: 'foreign', shown: address, number: NUMBER });
});

test.each([
  'javascript:alert(1)',
  'https://evil.test/pay',
  `${HERE}/verify/${NUMBER.slice(0, 17)}A`,
  'WIFI:S:cafe;;',
  '',
])('anything else, as %s, is text and nothing more', (text) => {
  expect(readScan(text, HERE)).toEqual({ kind: 'foreign', shown: text });
});

test('what would turn or hide the text is made visible, and a long text is cut', () => {
  expect(readScan('https://a\u202ecipher\u200b', HERE)).toMatchObject({ shown: 'https://a\u{fffd}cipher\u{fffd}' });
  const shown = readScan('字'.repeat(400), HERE);
  expect(shown).toMatchObject({ kind: 'foreign', shown: `${'字'.repeat(300)}…` });
});

test('a file in a code is evidence to check', () => {
  expect(readScan('{"v":0}', HERE)).toEqual({ kind: 'evidence', text: '{"v":0}' });
});

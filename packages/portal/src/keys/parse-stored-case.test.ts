import { expect, test } from 'vitest';
import { parseStoredCase } from './parse-stored-case.ts';

const place = { kind: 'rented', text: '示范路1号' };
const stored = {
  id: 'C',
  service: 'individual-business',
  createdAt: 1,
  kid: 'K',
  body: { tradeName: '清风', scope: ['5212'], region: '990101' },
  operator: { salt: 'S', value: '王秀英' },
  transaction: 'T',
  sidecar: '{}',
};

test('notes of a case come back as they were written', () => {
  expect(parseStoredCase(JSON.stringify(stored))).toEqual(stored);
});

test('what was answered beside the public particulars comes along, so that a second filing asks nothing again', () => {
  const text = JSON.stringify({ ...stored, particulars: { nameless: true, place } });
  expect(parseStoredCase(text)).toHaveProperty('particulars.nameless', true);
});

test('notes that are not whole are none', () => {
  expect(parseStoredCase('no json')).toBeUndefined();
  expect(parseStoredCase(JSON.stringify({ ...stored, kid: 1 }))).toBeUndefined();
  expect(parseStoredCase(JSON.stringify({ ...stored, body: {} }))).toBeUndefined();
  expect(parseStoredCase(JSON.stringify({ ...stored, operator: undefined }))).toBeUndefined();
});

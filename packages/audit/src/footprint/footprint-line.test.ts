import { expect, test } from 'vitest';
import type { AuditLine } from '../audit-line.ts';
import { type FootprintView, footprintLine } from './footprint-line.ts';
import { officerNumber } from './officer-number.ts';

const key = (letter: string) => letter.repeat(43);
const view: FootprintView = {
  isOwn: (kid) => kid === key('H'),
  isRepresentative: (kid) => kid === key('M'),
  isOffice: (kid) => kid === key('P'),
};
const CASE = 'AAAAAAAAAAAAAAAAAAAAAA';
const line = (actor: AuditLine['actor'], more: Partial<AuditLine> = {}): AuditLine => ({
  seq: 7,
  at: 1_000,
  kind: 'unmask',
  actor,
  action: 'sealed.open',
  object: `case/${CASE}/id-number`,
  case: CASE,
  organ: 'bureau',
  purpose: 'review',
  result: 'allowed',
  via: 'department:bureau',
  correlation: 'c-1',
  previous: key('p'),
  ...more,
});

test('an officer is an organ and a number; no key, account, digest or number of the request goes out', () => {
  const shown = footprintLine(line({ kid: key('O'), account: key('A'), org: 'bureau' }), view);
  expect(shown).toEqual({
    seq: 7,
    at: 1_000,
    kind: 'unmask',
    action: 'sealed.open',
    case: CASE,
    field: 'id-number',
    who: 'officer',
    organ: 'bureau',
    number: officerNumber('bureau', key('O')),
    purpose: 'review',
    result: 'allowed',
    via: 'department:bureau',
  });
  for (const secret of [key('O'), key('A'), key('p'), 'c-1']) expect(JSON.stringify(shown)).not.toContain(secret);
});

test('the person, who acts for them, an organ’s process and anybody else are told apart', () => {
  const who = (actor: AuditLine['actor']) => footprintLine(line(actor), view).who;
  expect(who({ kid: key('H') })).toBe('you');
  expect(who({ kid: key('M') })).toBe('representative');
  expect(who({ kid: key('P'), org: 'bureau' })).toBe('office');
  expect(who({ kid: key('X') })).toBe('other');
  expect(who({ account: key('A') })).toBe('other');
  expect(who({})).toBe('other');
});

test('a number is the officer’s own, always the same, and another in another organ', () => {
  expect(officerNumber('bureau', key('O'))).toBe(officerNumber('bureau', key('O')));
  expect(officerNumber('bureau', key('O'))).toMatch(/^[1-9]\d{5}$/);
  expect(officerNumber('bureau', key('O'))).not.toBe(officerNumber('bureau', key('P')));
  expect(officerNumber('bureau', key('O'))).not.toBe(officerNumber('other', key('O')));
});

test('what was opened is told by its name alone, and only where a case says it', () => {
  expect(footprintLine(line({}, { object: `case/${CASE}` }), view)).not.toHaveProperty('field');
  expect(footprintLine(line({}, { object: 'transaction/x/y' }), view)).not.toHaveProperty('field');
});

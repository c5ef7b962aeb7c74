import { expect, test } from 'vitest';
import { deedsOf, mandateForms, needsRelation, powerNames, powersFor, powersOf, usualPowers } from './powers.ts';

test('a clerk submits and takes nothing back, unless the holder says so', () => {
  const usual = deedsOf(usualPowers('handler', true));
  expect(usual).toContain('licences.apply-change');
  expect(usual).not.toContain('cases.withdraw');
  expect(usual).not.toContain('licences.apply-closing');
});

test('whoever the law puts in somebody’s place may do all there is to do', () => {
  for (const form of ['guardian', 'legal-representative'] as const) expect(usualPowers(form, true)).toEqual(powerNames);
});

test('deeds and powers say the same', () => {
  for (const form of mandateForms) {
    const usual = usualPowers(form, true);
    expect(powersOf(deedsOf(usual))).toEqual(powerNames.filter((power) => usual.includes(power)));
  }
  expect(powersOf(['licences.hand-over'])).toEqual([]);
});

test('where there is no register, nothing about one is offered, nor picked at first', () => {
  for (const form of mandateForms)
    for (const power of usualPowers(form, false)) expect(powersFor(false)).toContain(power);
  expect(powersFor(false)).not.toContain('change');
});

test('two forms are attested', () => {
  expect(mandateForms.filter(needsRelation)).toEqual(['guardian', 'close-relative']);
});

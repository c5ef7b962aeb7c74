import { expect, test } from 'vitest';
import { type ApplicationDraft, emptyDraft, parseDraft } from './application-draft.ts';
import { applicationProblem, applicationSteps, firstOpenStep, problemField } from './application-problems.ts';

const whole: ApplicationDraft = {
  tradeName: '老王面馆',
  scope: ['6210'],
  region: '990101',
  operator: '王小明',
  residence: '安宁里1号',
  place: { kind: 'address', text: '示范路1号' },
  composition: { form: 'personal', members: [] },
  path: 'auto',
  updatedAt: 1,
};

test('an empty draft lacks every answer and starts at the first question', () => {
  for (const step of applicationSteps) {
    // A document may be left out: the state may know the premises, and the office asks once for what is missing.
    const problem = step === 'premises' ? undefined : `apply.${step}.none`;
    expect(applicationProblem(step, emptyDraft)).toBe(problem);
  }
  expect(firstOpenStep(emptyDraft)).toBe('name');
});

test('a whole draft has no open question', () => {
  expect(firstOpenStep(whole)).toBeUndefined();
});

test('a resumed draft opens at the first question not answered', () => {
  expect(firstOpenStep({ ...whole, region: '' })).toBe('region');
});

test('a name of blanks is no name, one character is too short, sixty-one too long', () => {
  expect(applicationProblem('name', { ...whole, tradeName: '   ' })).toBe('apply.name.none');
  expect(applicationProblem('name', { ...whole, tradeName: '面' })).toBe('apply.name.short');
  expect(applicationProblem('name', { ...whole, tradeName: '面'.repeat(61) })).toBe('apply.name.long');
});

test('length is counted in characters, so a rare character outside the basic plane counts once', () => {
  expect(applicationProblem('operator', { ...whole, operator: '𠮷' })).toBe('apply.operator.short');
  expect(applicationProblem('operator', { ...whole, operator: '𠮷田' })).toBeUndefined();
});

test('where the operator lives is asked on the same page, and its problem stands at its own field', () => {
  const { residence: _residence, ...unsaid } = whole;
  expect(applicationProblem('operator', unsaid)).toBe('apply.residence.none');
  expect(applicationProblem('operator', { ...whole, residence: '家' })).toBe('apply.residence.short');
  expect(problemField('operator', 'apply.residence.none')).toBe('answer-residence');
  expect(problemField('operator', 'apply.operator.none')).toBe('answer-operator');
});

test('a name with invisible or direction-turning characters is refused', () => {
  expect(applicationProblem('name', { ...whole, tradeName: '老王\u202e面馆' })).toBe('apply.name.strange');
  expect(applicationProblem('name', { ...whole, tradeName: '老王\u200b面馆' })).toBe('apply.name.strange');
});

test('more scopes than the deed takes are refused before they are sent', () => {
  const scope = Array.from({ length: 51 }, (_, index) => String(1000 + index));
  expect(applicationProblem('scope', { ...whole, scope })).toBe('apply.scope.many');
});

test('a stored draft that is damaged is no draft, and an unknown path is no choice', () => {
  expect(parseDraft({ ...whole, scope: 'all' })).toBeUndefined();
  expect(parseDraft(null)).toBeUndefined();
  expect(parseDraft({ ...whole, path: 'fast' })?.path).toBeUndefined();
  expect(parseDraft(JSON.parse(JSON.stringify(whole)))).toEqual(whole);
});

test('a business without a name needs none, and a family names its members, ten at most', () => {
  expect(applicationProblem('name', { ...whole, tradeName: '', nameless: true })).toBeUndefined();
  const family = (...members: string[]) =>
    applicationProblem('composition', { ...whole, composition: { form: 'family', members } });
  expect(family('王大明', '李小红')).toBeUndefined();
  expect(family()).toBe('apply.composition.nobody');
  expect(family('王')).toBe('apply.composition.strange');
  expect(family(...Array.from({ length: 11 }, (_, at) => `王小${at}`))).toBe('apply.composition.many');
});

test('premises are written out, and not longer than the deed takes', () => {
  const place = (text: string) => applicationProblem('place', { ...whole, place: { kind: 'address', text } });
  expect(place('路1号')).toBe('apply.place.short');
  expect(place('路'.repeat(121))).toBe('apply.place.long');
  expect(place('示范路\u200b1号')).toBe('apply.place.strange');
});

test('a stored draft keeps its particulars, and what is none is left out', () => {
  const approvals = [{ item: '6020', number: '1', date: '2026-01-01', until: '' }];
  expect(parseDraft({ ...whole, approvals })).toMatchObject({ place: whole.place, approvals });
  const odd = parseDraft({
    ...whole,
    place: { kind: 'moon', text: 'x' },
    composition: 7,
    nameless: 'yes',
    approvals: [1],
  });
  expect(odd).toMatchObject({ approvals: [] });
  for (const name of ['place', 'composition', 'nameless']) expect(odd).not.toHaveProperty(name);
});

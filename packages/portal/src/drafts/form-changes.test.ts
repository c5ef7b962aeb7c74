import { expect, test } from 'vitest';
import { type ApplicationDraft, emptyDraft } from '../forms/application-draft.ts';
import { applicationSteps } from '../forms/application-problems.ts';
import { formChanges } from './form-changes.ts';

const scope = ['5212', '6210'].map((code) => ({ code, name: code, english: code }));
const service = { version: 3, scope: scope as never };
const draft: ApplicationDraft = { ...emptyDraft, tradeName: '清风', scope: ['5212', '9999'], updatedAt: 1 };

test('a draft of the same version, or of a time before versions were kept, has nothing to tell', () => {
  expect(formChanges(draft, service)).toBeUndefined();
  expect(formChanges({ ...draft, asked: { version: 3, steps: [] } }, service)).toBeUndefined();
});

test('a form that changed names new questions and what is no longer there, and keeps every other answer', () => {
  const steps = applicationSteps.filter((step) => step !== 'premises');
  const changes = formChanges({ ...draft, asked: { version: 2, steps } }, service);
  expect(changes).toMatchObject({ steps: ['premises'], scope: ['9999'], mended: { scope: ['5212'] } });
  expect(formChanges({ ...draft, ...changes?.mended }, service)).toBeUndefined();
});

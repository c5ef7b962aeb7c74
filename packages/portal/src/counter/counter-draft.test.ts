import { expect, test } from 'vitest';
import { emptyDraft } from '../forms/application-draft.ts';
import type { Service } from '../server/service.ts';
import { draftFor, takenFromHome } from './counter-draft.ts';
import type { CounterPerson } from './read-document.ts';

/** All that is asked of it here: that it has no form of its own. */
const shop = {} as Service;

const person = (idNumber: string, name: string): CounterPerson => ({
  ...{ token: `t-${idNumber}`, tokens: {}, name, idNumber, isPresent: true },
});

test('a document that is read once more leaves what was typed, and another person’s leaves nothing of it', () => {
  const first = draftFor(shop, person('1', '王秀英'), undefined);
  const typed = { ...first, answers: { ...first.answers, tradeName: '秀英茶馆' } };
  expect(draftFor(shop, person('1', '王秀英'), typed).answers.tradeName).toBe('秀英茶馆');
  const other = draftFor(shop, person('2', '陈建国'), typed);
  expect(other.answers).toEqual({ ...emptyDraft, operator: '陈建国' });
});

test('what came from home brings its contact, and not its name', () => {
  const here = draftFor(shop, person('1', '王秀英'), undefined);
  const home = { ...emptyDraft, operator: '王小英', updatedAt: 7, contact: { phone: '1', electronicService: true } };
  expect(takenFromHome(shop, here, home)).toMatchObject({
    ...{ answers: { operator: '王秀英' }, contact: { phone: '1', electronicService: true }, fromHome: 7 },
  });
});

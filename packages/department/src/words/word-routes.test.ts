import { markOfficeWords } from '@minglu/sdk';
import { beforeEach, expect, test } from 'vitest';
import type { Asked, AskingOfficer, OfficerDesk } from '../counter/officer-desk.ts';
import { DepartmentError } from '../department-error.ts';
import { type WordDesk, wordRoutes } from './word-routes.ts';

const SEALED = 'a..b.c.d';
let asked: Asked[];
let isAllowed: boolean;
let text: string;
let routes: ReturnType<typeof wordRoutes>;

beforeEach(() => {
  asked = [];
  isAllowed = true;
  text = markOfficeWords('联合检查');
  const officers = {
    officerOf: async () => ({ kid: 'head', org: 'market', assurance: 3, asked: {} }) satisfies AskingOfficer,
    allowed: async (_officer: AskingOfficer, one: Asked) => {
      asked.push(one);
      if (!isAllowed) throw new DepartmentError('access-denied', { deed: one.deed, org: 'market' });
      return new Set<string>();
    },
  } as unknown as OfficerDesk;
  routes = wordRoutes({ officers, pause: async () => {}, openSealed: async () => text } as unknown as WordDesk);
});

const open = () => routes['POST /office-words']?.({ token: 't'.repeat(43), sealed: SEALED });

test('words between offices are opened for whom the chain lets answer the request', async () => {
  expect(await open()).toEqual({ text: '联合检查' });
  expect(asked).toEqual([{ deed: 'access.approve' }]);
});

test('they stay closed for who may not answer', async () => {
  isAllowed = false;
  await expect(open()).rejects.toMatchObject({ code: 'access-denied' });
});

test('what was sealed as something else is not opened as such', async () => {
  text = '王秀英';
  await expect(open()).rejects.toMatchObject({ code: 'not-for-us' });
});

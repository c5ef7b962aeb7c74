import { expect, test } from 'vitest';
import { sayIn } from '../language/say.ts';
import zh from '../messages/zh-CN.json' with { type: 'json' };
import type { CopiedCase, OwnCopy } from './copy.ts';
import { type CopyReader, writeCopyPage } from './write-copy-page.ts';

const CANARY = `"><img src=x onerror=alert(1)>'</script>`;
const reader: CopyReader = {
  t: sayIn('zh-CN', zh),
  language: 'zh-CN',
  time: (atMs) => new Date(atMs).toISOString(),
  trace: ({ action }) => ({ who: CANARY, what: action, why: undefined }),
};
const one: CopiedCase = {
  id: CANARY,
  service: 'individual-business',
  name: CANARY,
  organName: CANARY,
  events: [{ name: CANARY, facts: { x: CANARY }, time: 1, height: 1, index: 1 }],
  words: { operator: '张三', [CANARY]: CANARY },
  answers: { tradeName: CANARY },
  documents: [{ kind: 'granted', title: CANARY, mediaType: CANARY, base64: CANARY, number: CANARY, time: 1 }],
  pages: [],
  messages: [],
  corrections: [{ id: 'i', case: 'c', kind: 'correct', about: 'name', words: CANARY, askedAt: 1, dueAt: 2 }],
  missing: [{ part: CANARY, code: CANARY }],
};
const copy: OwnCopy = {
  v: 0,
  type: 'minglu-own-copy',
  chain: CANARY,
  madeAt: 1,
  cases: [one],
  footprint: [],
  missing: [],
};

test('whatever somebody typed is text on the page and never markup', () => {
  const page = writeCopyPage(copy, reader);
  expect(page).not.toContain('<img');
  expect(page).not.toContain('</script>');
  expect(page).not.toContain('<script');
  expect(page.match(/&lt;img/g)?.length).toBeGreaterThan(8);
});

test('what is held is on it: the words, and what could not be fetched', () => {
  const page = writeCopyPage(copy, reader);
  for (const text of ['张三', '经营者姓名', zh.ownData.missing]) expect(page).toContain(text);
});

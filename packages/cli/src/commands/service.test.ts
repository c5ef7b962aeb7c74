import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findingCodes, parseServiceBundle } from '@minglu/city';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runCommand } from '../run-command.ts';
import { findingLines } from '../service/finding-words.ts';
import { paperPower } from '../testing/paper-power.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'service-'));
  expect((await minglu('new', 'sample-permit', folder)).code).toBe(0);
});
afterEach(() => rm(folder, { recursive: true }));

async function minglu(...args: string[]) {
  const power = paperPower('service', ...args);
  return { code: await runCommand(power), said: [...power.printed, ...power.warned].join('\n') };
}

type Change = (text: string) => string;
const replace =
  (from: string | RegExp, to: string): Change =>
  (text) =>
    text.replace(from, to);

async function found(file: string, change: Change) {
  const path = join(folder, file);
  const text = await readFile(path, 'utf8');
  const changed = change(text);
  expect(changed).not.toBe(text);
  await writeFile(path, changed);
  const { code, said } = await minglu('check', folder, '--json');
  expect(code).toBe(1);
  const { findings } = JSON.parse(said) as { findings: { code: string; file: string; at: string }[] };
  return findings.map((finding) => `${finding.code} ${finding.file} ${finding.at}`.trim());
}

test('what new writes is whole: it passes, and its bundle is what a city reads and a department signs', async () => {
  expect(await minglu('check', folder)).toMatchObject({ code: 0 });
  const bundled = await minglu(
    'bundle',
    folder,
    '--organ',
    'market',
    '--attester',
    'public-security',
    '--office',
    '990101=east',
  );
  expect(bundled.code).toBe(0);
  const text = await readFile(join(folder, 'service.bundle.json'), 'utf8');
  const bundle = parseServiceBundle(text, 'x');
  const register = JSON.parse(await readFile(join(folder, 'register.json'), 'utf8'));
  expect(register).toEqual(bundle.registration);
  expect(register).toMatchObject({
    organ: 'market',
    attesters: ['public-security'],
    offices: [{ region: '990101', organ: 'east' }],
  });
  expect(() => parseServiceBundle(text.replaceAll('of-age', 'of-Age'), 'x')).toThrow('service-damaged');
  const again = await minglu('bundle', folder, '--organ', 'market', '--attester', 'public-security');
  expect(again.said).toContain(register.contract);
  const unheard = await minglu('bundle', folder, '--organ', 'market', '--attester', 'police');
  expect(unheard).toMatchObject({ code: 1, said: expect.stringContaining('attester=public-security') });
});

test.each<[string, string, Change, string]>([
  ['a file is no JSON', 'form.json', () => '{', 'json-malformed form.json'],
  ['a member is missing', 'service.json', replace('"feeCents": 0', '"x": 0'), 'member-missing service.json feeCents'],
  [
    'a member nobody reads',
    'service.json',
    replace('"feeCents": 0', '"feeCents": 0, "x": 0'),
    'member-unknown service.json',
  ],
  [
    'an article that is none',
    'service.json',
    replace('"第十八条"', '"18"'),
    'member-unfit service.json facts[0].article.article',
  ],
  [
    'a public field without an article',
    'service.json',
    replace(/,\s*"article": [^}]*\},\s*"value": \{ "kind": "date" \}/, ', "value": { "kind": "date" }'),
    'member-missing service.json publicFields[3].article',
  ],
  [
    'a field nobody asks for',
    'form.json',
    replace('{ "id": "from", "kind": "date", "field": "from" },', ''),
    'field-not-asked form.json questions',
  ],
  [
    'a question about nothing',
    'form.json',
    replace('"field": "from"', '"field": "until"'),
    'field-unknown form.json questions[2]',
  ],
  [
    'a question of another kind',
    'form.json',
    replace('"kind": "date"', '"kind": "text"'),
    'question-unfit form.json questions[2]',
  ],
  [
    'a sentence in one language only',
    'messages/en.json',
    replace(/ {2}"who":.*\n/, ''),
    'words-missing messages/en.json who',
  ],
  [
    'a question that depends on a choice nobody can make',
    'form.json',
    replace('"field": "from"', '"field": "from", "when": { "question": "purpose", "is": ["barter"] }'),
    'question-unreachable form.json questions[2].when',
  ],
  [
    'a question before the choice it depends on',
    'form.json',
    replace('"field": "tradeName"', '"field": "tradeName", "when": { "question": "purpose", "is": ["trade"] }'),
    'question-unreachable form.json questions[0].when',
  ],
  [
    'a question put to some that fills what all must have',
    'form.json',
    replace('"field": "from"', '"field": "from", "when": { "question": "purpose", "is": ["trade"] }'),
    'question-unfit form.json questions[2]',
  ],
  [
    'a fact nobody attests',
    'service.json',
    replace(/,\s*"attester": "public-security"/, ''),
    'fact-unattested service.json facts[0].attester',
  ],
  [
    'a number nobody can read',
    'service.json',
    replace('"kind": "sample-permit"', '"kind": "sample-permit", "number": "SP{serial:6}{check}"'),
    'number-form-unfit service.json licence.number',
  ],
  [
    'a step without words for those it concerns',
    'messages/en.json',
    replace(/ {2}"message.granted":.*\n/, ''),
    'message-without-template messages/en.json message.granted',
  ],
  [
    'a name in a message',
    'messages/zh-CN.json',
    replace('准予，示例许可证已生成', '{operator}，准予'),
    'message-personal messages/zh-CN.json message.granted',
  ],
  [
    'a telephone number in a message',
    'messages/en.json',
    replace('granted, the example', 'call 138 0013 8000, the example'),
    'message-personal messages/en.json message.granted',
  ],
  [
    'a reason for refusal that no story has',
    'service.json',
    replace(
      '"refusalReasons": [',
      '"refusalReasons": [{ "code": "LATE", "words": { "zh-CN": "逾期", "en": "Late" }, "article": { "law": "行政许可法", "article": "第三十八条" } },',
    ),
    'story-missing story.json steps',
  ],
  ['a code twice', 'form.json', replace('"id": "from"', '"id": "name"'), 'code-repeated form.json questions[2]'],
  [
    'a contract that does not parse',
    'contract.ts',
    replace('export const', 'export cnst'),
    'contract-not-built contract.ts line 20',
  ],
  [
    'a contract that throws',
    'contract.ts',
    replace("=== 'trade' ?", '=== (undefined as unknown as string).at(0) ?'),
    'contract-failed contract.ts',
  ],
  [
    'a contract that loops',
    'contract.ts',
    replace('judge: ({ body }) =>', 'judge: ({ body }) => { for (;;); },\n    x: ({ body }: never) =>'),
    'contract-failed contract.ts',
  ],
  [
    'a contract that eats its gas',
    'contract.ts',
    (text) =>
      `${text.replace("=== 'trade' ?", "=== 'trade' && count(200_000) > 0 ?")}
       function count(n: number) { let sum = 0; for (let i = 0; i < n; i += 1) sum += i; return sum; }`,
    'contract-expensive contract.ts',
  ],
  [
    'a contract that refuses',
    'contract.ts',
    replace('defineContract(rules)', `() => '{"decision":"refuse","trace":[]}' + (rules.length > 9)`),
    'contract-answer-malformed contract.ts',
  ],
  [
    'a contract that never grants',
    'contract.ts',
    replace("? 'met' : 'not-met'", "? 'not-met' : 'not-met'"),
    'contract-never-grants contract.ts',
  ],
  [
    'a rule without an article',
    'contract.ts',
    replace("article: '第三十四条第二款'", "article: ''"),
    'rule-without-article contract.ts',
  ],
  [
    'a rule without words',
    'contract.ts',
    replace("id: 'purpose-is-trade'", "id: 'purpose'"),
    'rule-without-words messages/zh-CN.json rule.purpose',
  ],
  [
    'a fact that is not listed',
    'contract.ts',
    replace("'age-at-least-18'", "'height'"),
    'fact-undeclared service.json facts: height',
  ],
  [
    'a fixture the ledger refuses',
    'fixtures.json',
    replace('2026-07-01', '2026-02-30'),
    'sample-unfit fixtures.json smallest',
  ],
  [
    'a fixture decided otherwise',
    'fixtures.json',
    replace('"propose"', '"grant"'),
    'sample-decision fixtures.json largest',
  ],
  [
    'a step the ledger refuses',
    'story.json',
    replace('"case": "an-event", "decision"', '"case": "nowhere", "decision"'),
    'story-refused story.json steps[2]',
  ],
  [
    'a step that ends otherwise',
    'story.json',
    replace('"like": "smallest", "result": "granted"', '"like": "smallest", "manual": true, "result": "granted"'),
    'story-outcome story.json steps[0]',
  ],
  [
    'a refusal for no listed reason',
    'story.json',
    replace('NOT-FIT', 'BECAUSE'),
    'story-refused story.json steps[4].reason',
  ],
  [
    'a story without a refusal',
    'story.json',
    replace(/,\s*\{[^{}]*"refuse"[^{}]*\}/, ''),
    'story-thin story.json steps',
  ],
])('%s: found, with its place', async (_what, file, change, expected) => {
  expect(await found(file, change)).toContain(expected);
});

test('a file that is not there is named', async () => {
  await rm(join(folder, 'guide.json'));
  expect((await minglu('check', folder)).said).toContain('guide.json  file-missing');
});

describe('words', () => {
  test('every code has words in both languages', () => {
    for (const code of findingCodes) {
      const [, words = ''] = findingLines({ code, file: 'x', at: '' });
      expect(words).toMatch(/[\u4e00-\u9fff].*[a-z]{3}/);
    }
  });

  test('what is asked wrongly is told so, and a folder with something in it is left alone', async () => {
    expect((await minglu()).code).toBe(2);
    expect((await minglu('new', 'Bad Name', folder)).code).toBe(2);
    expect((await minglu('bundle', folder)).code).toBe(2);
    expect((await minglu('bundle', folder, '--organ', 'a', '--office', 'x')).code).toBe(2);
    expect((await minglu('new', 'sample-permit', folder)).said).toContain('directory-not-empty');
  });
});

import { readFileSync } from 'node:fs';
import { signIn } from '@minglu/sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTown } from '../start-town.ts';
import type { Town } from '../town.ts';
import { smallShop } from './small-shop.ts';

const NEIGHBOUR = 'xishan-market-regulation';
const NAME = '东湖邻居看不见书屋';
const OPERATOR = '赵小明';

let town: Town;
/** A case that waits at 东湖区, and who asks about it: 西山区's registrar, and a stranger without a session. */
let id: string;
let neighbour: string;
let own: string;

beforeAll(async () => {
  town = await startTown();
  ({ id } = await town.citizen('zhao').applyFor({ ...smallShop(NAME), operator: OPERATOR }));
  await town.citizen('zhao').applyFor({ ...smallShop('西山看得见书屋'), region: '990102' });
  neighbour = await tokenOf('he', NEIGHBOUR);
  own = await tokenOf('li', 'market-regulation');
  await town.client.get('/api/licences', { fromHeight: town.height });
});

afterAll(() => town?.close());

async function tokenOf(person: string, department: string): Promise<string> {
  const signer = await town.officer(person, department).signer();
  return (await signIn(town.client, signer, { embedKey: false })).token ?? '';
}

/** Status and every byte of the answer but the number of the question, which goes into the server's log. */
async function ask(path: string, token?: string): Promise<string> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const answer = await fetch(`${town.url}${path}`, { headers });
  // Whom to ask for the right is said of what anybody may know of, and of nothing that is in the file.
  const text = (await answer.text()).replace(/,"correlation":"[\w-]+"/, '').replace(/,"lacking":\{[^{}]*\}/, '');
  return `${answer.status} ${answer.headers.get('content-type')}\n${text}`;
}

interface Queue {
  readonly cases: readonly { readonly id: string; readonly tradeName: string }[];
  readonly total: number;
}

async function queueOf(token: string, more = ''): Promise<Queue> {
  const text = await ask(`/api/cases?view=open&fromHeight=${town.height}${more}`, token);
  return JSON.parse(text.slice(text.indexOf('\n'))) as Queue;
}

test("neighbour district's officer: list", async () => {
  const theirs = await queueOf(neighbour);
  expect(theirs.cases.map(({ tradeName }) => tradeName)).toEqual(['西山看得见书屋']);
  expect(JSON.stringify(theirs)).not.toContain(id);
  expect((await queueOf(own)).cases.map((one) => one.id)).toEqual([id]);
  expect(await ask('/api/cases?view=open&organ=market-regulation', neighbour)).toMatch(/^403 /);
  // The filter narrows the own organ's list; it opens nobody else's.
  expect(await queueOf(neighbour, '&region=990101')).toMatchObject({ cases: [], total: 0 });
});

test("neighbour district's officer: count", async () => {
  expect((await queueOf(neighbour)).total).toBe(1);
  expect(await queueOf(neighbour, '&offset=1')).toMatchObject({ cases: [], total: 1 });
  expect(await ask('/api/counts', neighbour)).toBe(await ask('/api/counts'));
});

test("neighbour district's officer: search", async () => {
  for (const query of [`q=${encodeURIComponent(NAME)}`, `q=${encodeURIComponent(OPERATOR)}`, 'region=990101']) {
    const answer = await ask(`/api/licences?${query}`, neighbour);
    expect(answer).toBe(await ask(`/api/licences?${query}`));
    expect(answer).not.toContain(NAME);
  }
});

test("neighbour district's officer: export", async () => {
  const paths = readPaths();
  expect(paths.length).toBeGreaterThan(15);
  for (const path of paths) {
    const answer = await ask(path, neighbour);
    const strangers = await ask(path);
    // One's own sign-ins: of nobody else.
    if (path === '/api/sessions') {
      expect(answer).not.toMatch(new RegExp(`${id}|${NAME}|${OPERATOR}`));
      continue;
    }
    // A door for officers alone shows this one what is his organ's own.
    if (/^40[13] /.test(strangers)) expect(answer, path).not.toMatch(new RegExp(`${id}|${NAME}|${OPERATOR}`));
    else expect([path, answer]).toEqual([path, strangers]);
  }
});

test("neighbour district's officer: link", async () => {
  const answer = await ask(`/api/cases/${id}`, neighbour);
  expect(answer).toBe(await ask(`/api/cases/${id}`));
  expect(answer).not.toContain('"file"');
  expect(await ask(`/api/cases/${id}`, own)).toContain('"file"');
  const { operator } = (await town.node.sidecar(id))?.sealed ?? {};
  const he = town.officer('he', NEIGHBOUR);
  await expect(he.open(id, 'operator')).rejects.toMatchObject({ code: 'access-denied' });
  expect(await town.officer('li').open(id, 'operator')).toBe(OPERATOR);
  for (const [deed, more] of Object.entries({
    'cases.claim': {},
    'cases.decide': { decision: 'grant' },
    'cases.extend': { reason: 'COMPLEX' },
    'cases.supplement': { points: ['premises-paper'] },
  })) {
    const who = deed === 'cases.extend' ? town.officer('gao', NEIGHBOUR) : he;
    const sealed = deed === 'cases.supplement' ? { points: operator! } : undefined;
    const { outcome } = await who.act(deed, { case: id, ...more }, sealed);
    expect([deed, outcome]).toMatchObject([deed, { refused: 'access-denied' }]);
  }
  expect((await town.officer('li').decide(id, 'grant')).outcome).not.toHaveProperty('refused');
});

/**
 * Every door that hands something out, as the interface's own description lists them, asked about the neighbour's case:
 * one that is added later is tried without anybody thinking of it. An application is the first transaction of its case.
 * The queue is each organ's own, and tried above.
 */
function readPaths(): string[] {
  const file = new URL('../../../packages/api/openapi.json', import.meta.url);
  const { paths } = JSON.parse(readFileSync(file, 'utf8')) as { paths: Record<string, { get?: object }> };
  const about: Readonly<Record<string, string>> = { id, transaction: id, number: '92990101MA0000007E' };
  return Object.entries(paths)
    .filter(([path, { get }]) => get !== undefined && path !== '/api/cases' && !CHANGES_BY_ITSELF.includes(path))
    .map(([path]) => path.replaceAll(/\{(\w+|\*)\}/g, (_place, name: string) => about[name] ?? '0'))
    .map((path) => (path === '/api/state' ? `/api/state?key=case/${id}` : path));
}

/** What counts the requests themselves differs between any two. */
const CHANGES_BY_ITSELF = ['/metrics', '/healthz'];

import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tryMinglu } from '../run-minglu.ts';
import { startTown } from '../start-town.ts';
import type { Town } from '../town.ts';
import { smallShop } from './small-shop.ts';

/** Who did and saw what, and how it is found that somebody meddled with that. */
let town: Town;
let earlier: string;
let platform: string;
let trail: string;

const anchored = () => JSON.parse(town.node.read('audit/api').value ?? '{}') as { size?: number };
const size = async (): Promise<number> => {
  const health = (await (await fetch(`${town.url}/healthz`)).json()) as { audit: { size: number } };
  return health.audit.size;
};
const untilAnchored = async (): Promise<void> => {
  const lines = await size();
  const begun = performance.now();
  await town.until(() => (anchored().size ?? 0) >= lines);
  expect(performance.now() - begun).toBeLessThan(10_000);
};

beforeAll(async () => {
  town = await startTown({ anchors: true });
  platform = join(town.directory, 'platform');
  trail = join(platform, 'audit');
  const { licence } = await town.citizen('wang').applyFor(smallShop());
  await untilAnchored();
  await town.restart(async () => {
    earlier = join(town.directory, 'earlier');
    await cp(trail, earlier, { recursive: true });
  });
  await town.citizen('zhao').applyFor(smallShop('明州市东湖区等候书屋'));
  await town.officer('li').suspend(licence ?? '', 'premises-unsafe');
  const department = town.department('market-regulation');
  await department.poll();
  // Lines wait four seconds for more of them; a department looks only when it is told to.
  await pause(4_100);
  await department.poll();
  await untilAnchored();
  expect(JSON.parse(town.node.read('audit/department:market-regulation').value ?? '{}')).toMatchObject({
    size: expect.any(Number),
  });
  await town.closePlatform();
}, 60_000);
afterAll(() => town?.close());

const check = async () => {
  const { code, printed } = await tryMinglu('audit', 'check', platform, '--json');
  const report = JSON.parse(printed.join('')) as { ok: boolean; streams: { findings: { code: string }[] }[] };
  return { code, ok: report.ok, codes: report.streams.flatMap(({ findings }) => findings.map((one) => one.code)) };
};

const file = async (): Promise<string> =>
  join(trail, (await readdir(trail)).find((name) => name.endsWith('.jsonl')) ?? '');

/** Meddles, looks, and puts everything back. */
const meddled = async (meddle: (lines: string[]) => readonly string[]): Promise<readonly string[]> => {
  const path = await file();
  const before = await readFile(path, 'utf8');
  await writeFile(
    path,
    meddle(before.split('\n').slice(0, -1))
      .map((line) => `${line}\n`)
      .join(''),
  );
  try {
    const { code, codes } = await check();
    expect(code).toBe(1);
    return codes;
  } finally {
    await writeFile(path, before);
  }
};

test('a trail nobody meddled with is what the ledger says: every deed in it, every line anchored in time', async () => {
  expect(await check()).toEqual({ code: 0, ok: true, codes: [] });
  const text = await readFile(await file(), 'utf8');
  expect(text).toContain('"action":"cases.submit"');
  expect(text).toContain('"action":"licences.suspend"');
});

test('a line that was taken out, lines that changed places, a line that was changed: each is named', async () => {
  expect(await meddled((lines) => lines.toSpliced(1, 1))).toContain('line-missing');
  expect(await meddled(([a, b, c, ...rest]) => [a, c, b, ...rest] as string[])).toContain('lines-reordered');
  expect(await meddled((lines) => lines.map((line) => line.replace('cases.submit', 'cases.review')))).toContain(
    'line-not-chained',
  );
});

test('an older copy that was put back is shorter than the ledger says, and the door refuses to go on behind it', async () => {
  const now = join(town.directory, 'now');
  await cp(trail, now, { recursive: true });
  await rm(trail, { recursive: true });
  await cp(earlier, trail, { recursive: true });
  expect((await check()).codes).toContain('shorter-than-anchored');
  expect((await check()).codes).toContain('deed-unrecorded');
  await town.restart();
  const health = (await (await fetch(`${town.url}/healthz`)).json()) as { audit: { state: string } };
  expect(health.audit.state).toBe('audit-damaged');
  await town.closePlatform();
  await rm(trail, { recursive: true });
  await cp(now, trail, { recursive: true });
  expect((await check()).ok).toBe(true);
});

test('a department’s own trail is held against the ledger too', async () => {
  await cp(join(town.directory, 'departments'), join(platform, 'departments'), { recursive: true });
  expect(await check()).toEqual({ code: 0, ok: true, codes: [] });
  const own = join(platform, 'departments', 'market-regulation', 'audit', '000000000000.jsonl');
  await writeFile(own, (await readFile(own, 'utf8')).split('\n').toSpliced(0, 1).join('\n'));
  expect((await check()).codes).toEqual(['line-missing']);
  await rm(own);
  expect((await check()).codes).toEqual(['stream-missing']);
});

import { appendFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runCommand } from '../run-command.ts';
import { paperPower } from '../testing/paper-power.ts';

const CASE = 'AAAAAAAAAAAAAAAAAAAAAA';
/** The paper power's clock. */
const NOW = 1_760_000_000_000;

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'deliveries-'));
});
afterEach(() => rm(directory, { recursive: true }));

async function write(organ: string, id: string, delivery: object, time = NOW): Promise<void> {
  const folder = join(directory, organ, 'messages');
  await mkdir(folder, { recursive: true });
  const message = { id, kind: 'refused', case: CASE, time, facts: {} };
  const whole = { message: id, channel: 'email', at: time, attempts: 1, nextAt: time, ...delivery };
  await appendFile(
    join(folder, 'outbox.jsonl'),
    `${JSON.stringify({ message })}\n${JSON.stringify({ delivery: whole })}\n`,
  );
}

async function ask(...more: string[]) {
  const power = paperPower('deliveries', directory, ...more);
  return { code: await runCommand(power), printed: power.printed.join('\n') };
}

test('what failed is shown with its cause and what to do, of each organ of the process; what arrived or waits is not', async () => {
  await write('east', '1-0', { state: 'undeliverable', code: 'smtp-550' });
  await write('east', '2-0', { state: 'accepted' });
  await write('west', '3-0', { state: 'uncertain', code: 'answer-lost' });
  await write('west', '4-0', { state: 'retrying', code: 'login-refused' }, NOW - 7_200_000);
  await write('west', '5-0', { state: 'retrying', code: 'unreachable' });
  const { code, printed } = await ask();
  expect(code).toBe(1);
  expect(printed).toContain(`east ${CASE} refused email: undeliverable smtp-550`);
  for (const remedy of ['对方拒收', '不知是否送达', '帐号被拒', '3 条要处理']) expect(printed).toContain(remedy);
  const rows = (await ask('--json')).printed.split('\n').map((line) => JSON.parse(line));
  expect(rows.map(({ organ, state, isLate }) => [organ, state, isLate])).toEqual([
    ['east', 'undeliverable', false],
    ['west', 'uncertain', false],
    ['west', 'retrying', true],
  ]);
});

test('what was mended since is gone, and nothing to do is exit code 0', async () => {
  await write('', '1-0', { state: 'undeliverable', code: 'smtp-550' });
  await write('', '1-0', { state: 'accepted' });
  expect(await ask()).toMatchObject({ code: 0 });
});

test('a folder that is not there is asked wrongly, and a damaged outbox is told', async () => {
  expect(await runCommand(paperPower('deliveries', join(directory, 'nothing')))).toBe(2);
  await mkdir(join(directory, 'messages'));
  await appendFile(join(directory, 'messages', 'outbox.jsonl'), 'nonsense\n');
  expect(await ask()).toMatchObject({ code: 1 });
});

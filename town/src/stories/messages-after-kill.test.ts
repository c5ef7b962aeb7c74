import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FiledCase } from '@minglu/city';
import { type MailServer, startMailServer } from '@minglu/department/testing';
import { formatStrictJson, type JsonObject, signerFromSecret } from '@minglu/protocol';
import { DepartmentClient, signCaseProof } from '@minglu/sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTown } from '../start-town.ts';
import type { Town } from '../town.ts';
import { filesUnder } from './files-under.ts';
import { smallShop } from './small-shop.ts';

const MINGLU = fileURLToPath(new URL('../../../packages/cli/src/main.ts', import.meta.url));
const ORGAN = 'market-regulation';
const TO = 'xiuying@example.com';

/** For a process of its own that shares the machine with every other test: a first attempt that fails is made again after ten seconds. */
const PATIENCE = { timeout: 40_000 };

let town: Town;
let mail: MailServer;
let taken: number;
let isStalling = true;
let folder: string;
let child: ChildProcess | undefined;

beforeAll(async () => {
  taken = 0;
  // Takes the letter, and says so only when it is not stalling: where a process dies that has sent and not heard.
  mail = await startMailServer({
    onData: (stream, _, callback) =>
      void stream.resume().on('end', () => {
        taken += 1;
        if (!isStalling) callback();
      }),
  });
  town = await startTown({ clock: 'running' });
  folder = join(town.directory, 'another-department');
  await mkdir(folder, { recursive: true });
  // The department's own keys: the platform gives sealed papers to nobody else, and what cannot be read is not passed over.
  await copyFile(join(town.directory, 'departments', ORGAN, 'keys.json'), join(folder, 'keys.json'));
  const platform = { url: town.url, logKeys: [town.logKey], pollMs: 100 };
  const configuration = { id: ORGAN, name: '局', chain: town.chain, portalOrigins: [town.url], platform };
  await writeFile(join(folder, 'config.json'), formatStrictJson(configuration));
  const email = { host: '127.0.0.1', port: mail.port, tls: 'required', from: 'notice@town.example' };
  await writeFile(join(folder, 'messages.json'), formatStrictJson({ email: { ...email, ca: mail.certificate } }));
}, 60_000);

afterAll(async () => {
  child?.kill('SIGKILL');
  await mail?.close();
  await town?.close();
});

/** The department as a process of its own, by the command that operators use. */
async function start(): Promise<DepartmentClient> {
  child = fork(MINGLU, ['department', folder], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const [{ ready }] = (await once(child, 'message')) as [{ ready: { url: string } }];
  return new DepartmentClient(ready.url);
}

async function kill(): Promise<void> {
  const gone = once(child as ChildProcess, 'exit');
  child?.kill('SIGKILL');
  await gone;
}

function proof(filed: FiledCase, purpose: string, content?: JsonObject): Promise<string> {
  const draft = { chain: town.chain, organisation: ORGAN, case: filed.id, purpose, at: Date.now() };
  const more = content === undefined ? {} : { content };
  return signCaseProof({ ...draft, ...more }, signerFromSecret('ES256', filed.secret));
}

const contact = { email: TO, language: 'zh-CN', electronicService: true };

test('a department killed after the mail server took a letter and before it heard so writes no second one, and says it does not know', async () => {
  const filed = await town.citizen('wang').applyFor(smallShop());
  let department = await start();
  await department.putContact(await proof(filed, 'contact.put', contact));
  await expect.poll(() => taken, PATIENCE).toBe(1);
  await kill();
  isStalling = false;
  department = await start();
  const read = async () => await department.messages([await proof(filed, 'messages.read')]);
  const email = async () => (await read())[0]?.deliveries.find(({ channel }) => channel === 'email');
  expect(await email()).toMatchObject({ state: 'uncertain', code: 'interrupted' });
  // What happens next is told as ever, once.
  await town.officer('li').suspend(filed.licence ?? '', 'PREMISES');
  await expect.poll(() => taken, PATIENCE).toBe(2);
  await kill();
  department = await start();
  await expect
    .poll(async () => (await read()).map(({ kind }) => kind), PATIENCE)
    .toEqual(['granted', 'licence-suspended']);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(taken).toBe(2);
}, 180_000);

test('an address stands in no file of the platform, and in the department’s only until it is taken back', async () => {
  const filed = await town.citizen('wang').applyFor(smallShop());
  await kill();
  const department = await start();
  await department.putContact(await proof(filed, 'contact.put', contact));
  const path = join(folder, 'messages', 'contacts', `${filed.id}.json`);
  expect(await readFile(path, 'utf8')).toContain(TO);
  const written = await filesUnder(join(town.directory, 'platform'));
  expect(written.length).toBeGreaterThan(5);
  expect(written.filter(({ bytes }) => bytes.includes(TO)).map((file) => file.path)).toEqual([]);
  expect(await department.findContact(await proof(filed, 'contact.read'))).toMatchObject({ email: TO });
  await department.deleteContact(await proof(filed, 'contact.delete'));
  await expect(readFile(path, 'utf8')).rejects.toThrow();
  expect(await department.findContact(await proof(filed, 'contact.read'))).toBeUndefined();
}, 60_000);

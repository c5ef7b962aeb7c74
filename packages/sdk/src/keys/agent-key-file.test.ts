import { expect, test } from 'vitest';
import { openAsAgent } from '../envelope/open-as-agent.ts';
import { seal } from '../envelope/seal.ts';
import { formatAgentCode, parseAgentCode } from './agent-code.ts';
import { isAgentKeyFile, openAgentKeyFile, sealAgentKeyFile } from './agent-key-file.ts';
import { type AgentSecrets, createAgentKey } from './create-agent-key.ts';
import { findCaseKey } from './find-case-key.ts';
import { openKeyFile, sealKeyFile } from './key-file.ts';
import { memoryKeyStore } from './memory-key-store.ts';
import { restoreAgentKey } from './restore-agent-key.ts';

const refused = (code: string) => expect.objectContaining({ name: 'SdkError', code });
const words = '明月几时有 把酒问青天';

async function made() {
  const store = memoryKeyStore();
  let secrets: AgentSecrets = { signing: {}, sealing: {} };
  const kid = await createAgentKey(store, (_kid, given) => {
    secrets = given;
  });
  return { store, kid, secrets };
}

test('an agent’s keys go to another device in a file: it signs under the same thumbprint and opens what was sealed to the first', async () => {
  const { store, kid, secrets } = await made();
  const { sealingJwk } = parseAgentCode(await formatAgentCode(store, kid));
  const notes = await seal('王秀英的办件', sealingJwk);
  const text = await sealAgentKeyFile({ kid, secrets }, words);
  for (const { d } of [secrets.signing, secrets.sealing]) expect(text).not.toContain(String(d));
  const other = memoryKeyStore();
  await restoreAgentKey(other, await openAgentKeyFile(`${text}\n`, words));
  expect((await findCaseKey(other, kid))?.publicKey.kid).toBe(kid);
  expect(await openAsAgent(other, kid, notes)).toBe('王秀英的办件');
  expect(await formatAgentCode(other, kid)).toBe(await formatAgentCode(store, kid));
  for (const one of [store, other])
    for (const name of await one.list()) expect((await one.find(name))?.privateKey.extractable).toBe(false);
});

test('another passphrase, another key’s name on it, or a case’s file do not open as an agent’s', async () => {
  const { kid, secrets } = await made();
  const text = await sealAgentKeyFile({ kid, secrets }, words);
  await expect(openAgentKeyFile(text, `${words}。`)).rejects.toEqual(refused('passphrase-wrong'));
  await expect(openAgentKeyFile(text.replace(kid, 'A'.repeat(43)), words)).rejects.toEqual(refused('passphrase-wrong'));
  await expect(openAgentKeyFile(text.replace('600000', '1'), words)).rejects.toEqual(refused('key-file-malformed'));
  const ofCase = await sealKeyFile({ case: 'C', kid, privateJwk: secrets.signing, notes: '' }, words);
  await expect(openAgentKeyFile(ofCase, words)).rejects.toEqual(refused('key-file-malformed'));
  await expect(openKeyFile(text, words)).rejects.toEqual(refused('key-file-malformed'));
  expect([isAgentKeyFile(` ${text}`), isAgentKeyFile(ofCase), isAgentKeyFile('')]).toEqual([true, false, false]);
});

test('of a file with other keys than it names nothing is kept', async () => {
  const [one, two] = [await made(), await made()];
  const store = memoryKeyStore();
  await expect(restoreAgentKey(store, { kid: one.kid, secrets: two.secrets })).rejects.toEqual(
    refused('key-file-malformed'),
  );
  const half = { signing: one.secrets.signing, sealing: {} };
  await expect(restoreAgentKey(store, { kid: one.kid, secrets: half })).rejects.toEqual(refused('key-file-malformed'));
  expect(await store.list()).toEqual([]);
});

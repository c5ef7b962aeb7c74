import { base64urlEncode } from '@minglu/protocol';
import { expect, test } from 'vitest';
import { openAsAgent } from '../envelope/open-as-agent.ts';
import { seal } from '../envelope/seal.ts';
import { formatAgentCode, parseAgentCode } from './agent-code.ts';
import { createAgentKey } from './create-agent-key.ts';
import { memoryKeyStore } from './memory-key-store.ts';

const TICKET = base64urlEncode(new Uint8Array(32).fill(7));
const malformed = expect.objectContaining({ name: 'SdkError', code: 'agent-code-malformed' });

async function agent() {
  const store = memoryKeyStore();
  const kid = await createAgentKey(store);
  return { store, kid, code: await formatAgentCode(store, kid) };
}

test('what is sealed to a code opens with the keys that made it, and with no others', async () => {
  const [one, other] = [await agent(), await agent()];
  const sealed = await seal('王秀英的办件', parseAgentCode(one.code).sealingJwk);
  expect(await openAsAgent(one.store, one.kid, sealed)).toBe('王秀英的办件');
  for (const [store, kid] of [
    [other.store, other.kid],
    [one.store, other.kid],
  ] as const)
    await expect(openAsAgent(store, kid, sealed)).rejects.toMatchObject({ code: 'envelope-unreadable' });
});

test('neither of the two keys can be read out of the store', async () => {
  const { store } = await agent();
  for (const name of await store.list()) expect((await store.find(name))?.privateKey.extractable).toBe(false);
  expect((await store.list()).length).toBe(2);
});

test('a code says whose key it is, with the department’s ticket behind it where there is one, however it was pasted', async () => {
  const { store, kid, code } = await agent();
  expect(parseAgentCode(` ${code}\n`)).toMatchObject({ kid });
  expect(parseAgentCode(code)).not.toHaveProperty('ticket');
  expect(parseAgentCode(await formatAgentCode(store, kid, TICKET))).toMatchObject({ kid, ticket: TICKET });
});

test('a code with any one letter changed, cut, or of something else is none', async () => {
  const { code } = await agent();
  for (let at = 0; at < code.length; at++) {
    const letter = code[at] === 'A' ? 'B' : 'A';
    expect(() => parseAgentCode(code.slice(0, at) + letter + code.slice(at + 1))).toThrow(malformed);
  }
  for (const bad of [
    '',
    code.slice(0, -1),
    `${code}.x`,
    `${code}.${TICKET}.x`,
    code.replace('v0', 'v1'),
    'https://a.b',
  ])
    expect(() => parseAgentCode(bad)).toThrow(malformed);
});

test('keys that are not here have no code', async () => {
  const { kid } = await agent();
  await expect(formatAgentCode(memoryKeyStore(), kid)).rejects.toMatchObject({ code: 'key-missing' });
});

import { parseStateProof, verifyEntryProof, verifyStateProof } from '@minglu/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../../testing/start-test-api.ts';
import { makeCase, ORGAN } from '../../testing/test-chain.ts';
import { testTrust } from '../../testing/test-trust.ts';

let api: TestApi;
let number: string;
beforeAll(async () => {
  api = await startTestApi();
  const { jws, sidecar } = await makeCase('甲');
  const { outcome } = await api.node.submit(jws, sidecar);
  number = 'events' in outcome ? String(outcome.events.at(-1)?.[1].number) : '';
});
afterAll(() => api.close());

interface Answer {
  readonly key: string;
  readonly value: string | null;
  readonly state: never;
  readonly height: number;
  readonly block: string;
}

const read = async (key: string): Promise<Answer> =>
  (await (await fetch(`${api.url}/api/state?key=${encodeURIComponent(key)}`)).json()) as Answer;

/** What a stranger does with an answer: nothing is taken from the server but the bytes. */
const verify = async ({ key, value, state, block }: Answer): Promise<boolean> => {
  const { entry } = await verifyEntryProof(block, { trust: testTrust });
  const root = entry.type === 'block' ? entry.stateRoot : new Uint8Array(32);
  return verifyStateProof({ root, key, value, proof: parseStateProof(state) });
};

test('every value is proved down to a root that the log’s own key signed', async () => {
  for (const key of ['protocol', `org/${ORGAN}`, `licence/${number}`]) {
    const answer = await read(key);
    expect(answer).toMatchObject({ key, height: api.node.status().height });
    expect(answer.value).not.toBeNull();
    expect(await verify(answer)).toBe(true);
  }
});

test.each(['licence/000000000000000000', '张三', ' ', '"\\\n', 'org/', '__proto__', 'a'.repeat(256)])(
  'that nothing stands under %j is proved too',
  async (key) => {
    const answer = await read(key);
    expect([answer.key, answer.value]).toEqual([key, null]);
    expect(await verify(answer)).toBe(true);
  },
);

test('an answer that was changed on the way proves nothing', async () => {
  const answer = await read(`licence/${number}`);
  expect(await verify({ ...answer, value: (answer.value ?? '').replace('valid', 'closed') })).toBe(false);
  expect(await verify({ ...answer, key: 'licence/000000000000000000' })).toBe(false);
  expect(await verify({ ...answer, value: null })).toBe(false);
  const other = await read('protocol');
  expect(await verify({ ...answer, state: other.state })).toBe(false);
});

test('a key of 257 characters is refused', async () => {
  expect((await fetch(`${api.url}/api/state?key=${'a'.repeat(257)}`)).status).toBe(400);
});

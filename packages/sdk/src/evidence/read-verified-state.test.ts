import { formatStateProof, parseTrustFile, stateLeafHash, statePath, stateValueHash } from '@minglu/protocol';
import { expect, test } from 'vitest';
import { clientOf, TestLog, trustText } from '../testing/test-log.ts';
import { readVerifiedState } from './read-verified-state.ts';

const KEY = 'licence/92';
const VALUE = '{"status":"valid"}';
const root = stateLeafHash(statePath(KEY), stateValueHash(VALUE));

const serve = async (more: Record<string, unknown>) => {
  const log = new TestLog(4, 'main', root);
  const answer = {
    key: KEY,
    value: VALUE,
    state: formatStateProof({ depth: 0, siblings: [] }),
    height: 3,
    block: await log.proof(3),
    ...more,
  };
  return clientOf(() => JSON.stringify(answer));
};
const trust = async () => parseTrustFile(await trustText());

test('a value is believed only with the whole way to the log’s signature', async () => {
  expect(await readVerifiedState(await serve({}), KEY, await trust())).toMatchObject({ value: VALUE, height: 3 });
});

test('the absence of a key is proved by what stands in its place', async () => {
  const other = { path: statePath(KEY), valueHash: stateValueHash(VALUE) };
  const state = formatStateProof({ depth: 0, siblings: [], other });
  expect(await readVerifiedState(await serve({ value: null, state }), 'licence/93', await trust())).toMatchObject({
    value: null,
  });
});

test.each([
  ['another value', { value: '{"status":"closed"}' }],
  ['a false absence', { value: null }],
])('%s is refused', async (_name, more) => {
  await expect(readVerifiedState(await serve(more), KEY, await trust())).rejects.toMatchObject({
    code: 'state-proof-false',
  });
});

test('the key that is proved is the key that was asked, whatever the answer calls it', async () => {
  const client = await serve({ key: 'licence/93' });
  await expect(readVerifiedState(client, 'licence/93', await trust())).rejects.toMatchObject({
    code: 'state-proof-false',
  });
});

test('a proof under another log’s signature is refused', async () => {
  const block = (await new TestLog(4, 'main', root).proof(3)).replace(/— (\S+) \S+/, '— $1 AAAAAAAA');
  await expect(readVerifiedState(await serve({ block }), KEY, await trust())).rejects.toMatchObject({
    name: 'ProtocolError',
  });
});

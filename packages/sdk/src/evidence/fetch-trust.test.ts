import { sha256, signerFromSecret, utf8Encode } from '@minglu/protocol';
import { expect, test } from 'vitest';
import { clientOf, trustText } from '../testing/test-log.ts';
import { fetchTrust } from './fetch-trust.ts';
import { memoryPinStore } from './pin-store.ts';

const thief = signerFromSecret('Ed25519', sha256(utf8Encode('thief')));

test('the first trust file is pinned, a newer one by the same key replaces it', async () => {
  const store = memoryPinStore();
  for (const version of [1, 1, 2]) {
    const trust = await fetchTrust(
      clientOf(() => trustText(version)),
      store,
    );
    expect(trust.version).toBe(version);
  }
});

test('an older or another file of the same version is refused', async () => {
  const store = memoryPinStore();
  await fetchTrust(
    clientOf(() => trustText(2)),
    store,
  );
  await expect(
    fetchTrust(
      clientOf(() => trustText(1)),
      store,
    ),
  ).rejects.toMatchObject({ code: 'trust-downgrade' });
  await expect(
    fetchTrust(
      clientOf(() => trustText(2, thief)),
      store,
    ),
  ).rejects.toMatchObject({ code: 'trust-downgrade' });
});

test('a newer file by another key is shown, not swallowed', async () => {
  const store = memoryPinStore();
  await fetchTrust(
    clientOf(() => trustText(1)),
    store,
  );
  await expect(
    fetchTrust(
      clientOf(() => trustText(2, thief)),
      store,
    ),
  ).rejects.toMatchObject({ code: 'trust-changed' });
});

test('a file that is not signed by its own key is refused', async () => {
  const text = (await trustText()).replace('"version":1', '"version":9');
  await expect(
    fetchTrust(
      clientOf(() => text),
      memoryPinStore(),
    ),
  ).rejects.toMatchObject({ code: 'trust-signature' });
});

import { expect, test } from 'vitest';
import { makeDraftKey, openDraft, sealDraft } from './sealed-draft.ts';

const refused = expect.objectContaining({ name: 'SdkError', code: 'draft-unreadable' });
const at = makeDraftKey('individual-business');

test('a draft opens in its place and version with its key, and says nothing without', async () => {
  const sealed = await sealDraft(at, 3, '{"operator":"王秀英"}');
  expect(await openDraft(at, 3, sealed)).toBe('{"operator":"王秀英"}');
  expect(sealed).not.toContain('operator');
  expect(await sealDraft(at, 3, '{"operator":"王秀英"}')).not.toBe(sealed);
});

test('an old draft under a new version, another’s draft, or another key does not open', async () => {
  const sealed = await sealDraft(at, 3, '{}');
  const other = makeDraftKey('individual-business');
  await expect(openDraft(at, 4, sealed)).rejects.toEqual(refused);
  await expect(openDraft({ ...at, slot: other.slot }, 3, sealed)).rejects.toEqual(refused);
  await expect(openDraft({ ...at, key: other.key }, 3, sealed)).rejects.toEqual(refused);
  await expect(openDraft(at, 3, '!')).rejects.toEqual(refused);
});

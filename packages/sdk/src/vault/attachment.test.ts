import { generateKeyPairSync } from 'node:crypto';
import type { JsonObject } from '@minglu/protocol';
import { parseAttachments } from '@minglu/protocol';
import { expect, test } from 'vitest';
import { open } from '../envelope/open.ts';
import { nameAttachments, openAttachment, parseContentKeys, sealAttachment, sealContentKeys } from './attachment.ts';

const photo = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
const refused = (code: string) => expect.objectContaining({ name: 'SdkError', code });

test('a sealed photo opens with its key, and is named without it', async () => {
  const { attachment, ciphertext } = await sealAttachment('premises', 'image/jpeg', photo);
  expect(await openAttachment(attachment, ciphertext)).toEqual(photo);
  const named = nameAttachments([attachment]);
  expect(parseAttachments({ attachments: named })).toEqual(named);
  expect(JSON.stringify(named)).not.toContain(attachment.key);
  expect(Buffer.from(ciphertext).includes(Buffer.from(photo))).toBe(false);
});

test('every byte of the ciphertext counts: one changed anywhere is "changed", and never shown', async () => {
  const { attachment, ciphertext } = await sealAttachment('premises', 'image/jpeg', photo);
  for (const at of ciphertext.keys()) {
    const bad = ciphertext.with(at, (ciphertext[at] ?? 0) ^ 1);
    await expect(openAttachment(attachment, bad)).rejects.toEqual(refused('attachment-changed'));
  }
});

test('another key, another kind or another type of content does not open it', async () => {
  const { attachment, ciphertext } = await sealAttachment('premises', 'image/jpeg', photo);
  const other = await sealAttachment('premises', 'image/jpeg', photo);
  for (const change of [
    { key: other.attachment.key },
    { kind: 'identity' },
    { mediaType: 'application/pdf' },
    { key: 'x' },
  ])
    await expect(openAttachment({ ...attachment, ...change }, ciphertext)).rejects.toEqual(
      refused('attachment-unreadable'),
    );
});

test('what says it is a photo and is a page with scripts is not shown', async () => {
  const page = new TextEncoder().encode('<script>alert(1)</script>');
  for (const type of ['image/jpeg', 'application/pdf', 'text/html', 'image/svg+xml']) {
    const { attachment, ciphertext } = await sealAttachment('premises', type, page);
    await expect(openAttachment(attachment, ciphertext)).rejects.toEqual(refused('attachment-unreadable'));
  }
});

test('the keys are sealed to the office, by digest', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { attachment } = await sealAttachment('premises', 'image/jpeg', photo);
  const { kty, crv, x, y } = publicKey.export({ format: 'jwk' }) as Record<string, string>;
  const sealed = await sealContentKeys([attachment], { kty, crv, x, y } as JsonObject);
  const text = await open(sealed, privateKey.export({ format: 'jwk' }) as JsonObject);
  expect(parseContentKeys(text)).toEqual({ [attachment.digest]: attachment.key });
  expect(() => parseContentKeys('{"keys":{"a":1}}')).toThrow(refused('attachment-unreadable'));
  expect(() => parseContentKeys('王秀英')).toThrow(refused('attachment-unreadable'));
});

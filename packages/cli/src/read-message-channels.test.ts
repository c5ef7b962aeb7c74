import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readMessageChannels } from './read-message-channels.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'channels-'));
});
afterEach(() => rm(directory, { recursive: true }));

const read = async (value: unknown) => {
  await writeFile(join(directory, 'messages.json'), JSON.stringify(value));
  return await readMessageChannels(directory);
};

test('without the operator’s file a department has no channels', async () => {
  expect(await readMessageChannels(directory)).toEqual({});
});

test('mail server and gateway are read as they stand', async () => {
  const email = {
    host: 'mail.example',
    port: 587,
    tls: 'required',
    from: 'notice@gov.example',
    user: 'u',
    password: 'p',
  };
  const sms = { url: 'https://sms.example/v1', keyId: 'k', secret: 's' };
  expect(await read({ email, sms })).toEqual({ email, sms });
});

test('a file with a hole stops the start instead of sending nothing quietly', async () => {
  await expect(read({ email: { host: 'mail.example', port: 587, from: 'a@b.example' } })).rejects.toThrow('email.tls');
  await expect(read({ sms: { url: 'https://sms.example' } })).rejects.toThrow('keyId');
  await writeFile(join(directory, 'messages.json'), '{');
  await expect(readMessageChannels(directory)).rejects.toThrow('not strict JSON');
});

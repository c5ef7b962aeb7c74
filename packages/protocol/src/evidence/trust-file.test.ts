import { describe, expect, it } from 'vitest';
import { base64urlEncode } from '../encoding/base64url.ts';
import { hexEncode } from '../encoding/hex.ts';
import { sha256 } from '../encoding/sha256.ts';
import { utf8Encode } from '../encoding/utf8.ts';
import { formatVkey, vkeyOf } from '../log/vkey.ts';
import { log, ORIGIN, party, trust, witnesses } from './testing/sample-evidence.ts';
import { parseTrustFile, signTrustFile } from './trust-file.ts';

const draft = { ...trust, version: 3 };
const text = await signTrustFile(draft, log.signer);

/** The file with members changed, and signed again by the log: what its owner, not a stranger, might write. */
async function resigned(over: Record<string, unknown>): Promise<string> {
  const { signature: _, ...statement } = { ...(JSON.parse(text) as Record<string, unknown>), ...over };
  const signature = base64urlEncode(log.signer.sign(utf8Encode(`minglu trust v0\n${JSON.stringify(statement)}`)));
  return JSON.stringify({ ...statement, signature });
}

describe('trust files', () => {
  it('say whose signatures count, and how many', async () => {
    const parsed = await parseTrustFile(text);
    expect(parsed).toMatchObject({ origin: ORIGIN, version: 3, threshold: 2 });
    expect(parsed.logKeys).toEqual(trust.logKeys);
    expect(parsed.witnesses).toEqual(trust.witnesses);
  });

  it('have the fingerprint of their bytes', async () => {
    const parsed = await parseTrustFile(text);
    expect(parsed.text).toBe(text);
    expect(parsed.fingerprint).toBe(hexEncode(sha256(utf8Encode(text))));
  });

  it('have their members in one order', () => {
    expect(Object.keys(JSON.parse(text) as object)).toEqual([
      'v',
      'type',
      'version',
      'origin',
      'logKeys',
      'witnesses',
      'threshold',
      'signature',
    ]);
  });

  it('are refused with any character changed', async () => {
    for (let at = 0; at < text.length; at += 3) {
      const changed = text.slice(0, at) + (text[at] === '1' ? '2' : '1') + text.slice(at + 1);
      await expect(parseTrustFile(changed)).rejects.toMatchObject({ name: 'ProtocolError' });
    }
  });

  it('are signed by the first log key, and by nobody else', async () => {
    await expect(signTrustFile(draft, witnesses[0]!.signer)).rejects.toMatchObject({ code: 'trust-signature' });
    const lower = text.replace('"threshold":2', '"threshold":1');
    await expect(parseTrustFile(lower)).rejects.toMatchObject({ code: 'trust-signature' });
    expect(JSON.parse(await resigned({ threshold: 1 }))).toMatchObject({ threshold: 1 });
    await expect(parseTrustFile(await resigned({ threshold: 1 }))).resolves.toMatchObject({ threshold: 1 });
  });

  it('ask the check that they are given', async () => {
    await expect(parseTrustFile(text, { checkSignature: () => false })).rejects.toMatchObject({
      code: 'trust-signature',
    });
    await expect(parseTrustFile(text, { checkSignature: async () => true, hash: sha256 })).resolves.toBeDefined();
  });

  const witnessVkey = (name: string, seed: number) =>
    formatVkey(vkeyOf(name, 'witness', party(name, seed).signer.publicKey));
  const logVkey = formatVkey(trust.logKeys[0]!);
  const refused: [string, Record<string, unknown>, string][] = [
    ['another version of the format', { v: 1 }, 'trust-members'],
    ['another type', { type: 'trust' }, 'trust-members'],
    ['a member more', { more: 1 }, 'trust-members'],
    ['a negative version', { version: -1 }, 'trust-member'],
    ['a version that is a text', { version: '1' }, 'trust-member'],
    ['an origin with a space', { origin: 'a b' }, 'trust-member'],
    ['an origin other than its log keys have', { origin: 'other.example' }, 'trust-member'],
    ['no log key', { logKeys: [] }, 'trust-member'],
    ['log keys that are no list', { logKeys: logVkey }, 'trust-member'],
    ['a log key that is a number', { logKeys: [1] }, 'trust-member'],
    ['a broken log key', { logKeys: [`${logVkey}=`] }, 'vkey-malformed'],
    ['a log key twice', { logKeys: [logVkey, logVkey] }, 'trust-member'],
    ['a witness key as log key', { logKeys: [witnessVkey(ORIGIN, 11)] }, 'trust-member'],
    ['a log key as witness', { witnesses: [logVkey] }, 'trust-member'],
    ['a witness twice', { witnesses: [witnessVkey('a.example', 5), witnessVkey('a.example', 5)] }, 'trust-member'],
    [
      'one witness key under two names',
      { witnesses: [witnessVkey('a.example', 5), witnessVkey('b.example', 5)] },
      'trust-member',
    ],
    [
      'one name over two witness keys',
      { witnesses: [witnessVkey('a.example', 5), witnessVkey('a.example', 6)] },
      'trust-member',
    ],
    ["the log's key under a witness's name", { witnesses: [witnessVkey('a.example', 1)] }, 'trust-member'],
    ['more witnesses wanted than there are', { threshold: 4 }, 'trust-member'],
    ['a negative threshold', { threshold: -1 }, 'trust-member'],
    [
      '65 witnesses',
      { witnesses: Array.from({ length: 65 }, (_, at) => witnessVkey(`w${at}.example`, 100 + at)) },
      'trust-member',
    ],
  ];
  it.each(refused)('with %s are refused, also when the log signed them', async (_, over, expected) => {
    await expect(parseTrustFile(await resigned(over))).rejects.toMatchObject({ code: expected });
  });

  it('are refused without a signature, or with one of another length', async () => {
    const { signature, ...rest } = JSON.parse(text) as Record<string, unknown>;
    await expect(parseTrustFile(JSON.stringify(rest))).rejects.toMatchObject({ code: 'trust-members' });
    const short = text.replace(String(signature), String(signature).slice(0, 84));
    await expect(parseTrustFile(short)).rejects.toMatchObject({ code: 'trust-member' });
  });

  it('may want no witness at all: the first days of a log', async () => {
    const alone = await signTrustFile({ ...draft, witnesses: [], threshold: 0 }, log.signer);
    await expect(parseTrustFile(alone)).resolves.toMatchObject({ witnesses: [], threshold: 0 });
  });

  it('of a cluster name its members and how many must sign; the count stands behind the keys', async () => {
    const logKeys = [1, 2, 3, 4].map((seed) => vkeyOf(ORIGIN, 'log', party(ORIGIN, seed).signer.publicKey));
    const clustered = await signTrustFile({ ...draft, logKeys, quorum: 3 }, log.signer);
    await expect(parseTrustFile(clustered)).resolves.toMatchObject({ logKeys, quorum: 3 });
    expect(Object.keys(JSON.parse(clustered) as object)).toEqual([
      'v',
      'type',
      'version',
      'origin',
      'logKeys',
      'quorum',
      'witnesses',
      'threshold',
      'signature',
    ]);
    for (const quorum of [0, 1, 5]) {
      await expect(signTrustFile({ ...draft, logKeys, quorum }, log.signer)).rejects.toMatchObject({
        code: 'trust-member',
        facts: { member: 'quorum' },
      });
    }
    await expect(parseTrustFile(clustered.replace('"quorum":3', '"quorum":2'))).rejects.toMatchObject({
      code: 'trust-signature',
    });
    await expect(parseTrustFile(clustered.replace('"quorum":3', '"quorum":"3"'))).rejects.toMatchObject({
      code: 'trust-member',
    });
  });

  it('of one key say nothing of a quorum, and are byte for byte what they were', async () => {
    expect(text).not.toContain('quorum');
    expect(await parseTrustFile(text)).not.toHaveProperty('quorum');
    await expect(parseTrustFile(await resigned({ quorum: 1 }))).rejects.toMatchObject({ code: 'trust-members' });
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkSignaturePure } from '../keys/check-signature.ts';
import { signerFromSecret } from '../keys/signer.ts';
import { checkCheckpoint, checkSignedCheckpoint } from './check-checkpoint.ts';
import { formatCheckpointBody, signCheckpoint } from './checkpoint.ts';
import { cosign } from './cosign.ts';
import { formatNote, formatSignatureLine, parseSignatureLines } from './note.ts';
import { parseVkey, vkeyOf } from './vkey.ts';

const origin = 'log.example';
const party = (name: string, seed: number) => ({
  name,
  signer: signerFromSecret('Ed25519', new Uint8Array(32).fill(seed)),
});
const log = party(origin, 1);
const secondLog = party(origin, 2);
const [w1, w2, w3] = [party('w1.example', 11), party('w2.example', 12), party('w3.example', 13)] as const;
const stranger = party('stranger.example', 99);
const keys = {
  origin,
  logKeys: [log, secondLog].map(({ name, signer }) => vkeyOf(name, 'log', signer.publicKey)),
  witnesses: [w1, w2, w3].map(({ name, signer }) => vkeyOf(name, 'witness', signer.publicKey)),
};
const body = formatCheckpointBody({ origin, size: 5, root: new Uint8Array(32).fill(3) });
const logLine = await signCheckpoint(body, log);
const cosigned = (who: typeof w1, timeSeconds = 1000) => cosign(body, { ...who, timeSeconds });
const [line1, line2] = [await cosigned(w1), await cosigned(w2)];
const note = (...lines: string[]) => formatNote(body, lines);

/** The line with one bit of its signature turned. */
function broken(line: string, at = -1): string {
  const [signature] = parseSignatureLines(line);
  const bytes = signature!.bytes.slice();
  const hit = at < 0 ? bytes.length + at : at;
  bytes[hit] = bytes[hit]! ^ 1;
  return formatSignatureLine({ ...signature!, bytes });
}

describe('checking a checkpoint', () => {
  it('that Go signed and cosigned counts both lines', async () => {
    const go = JSON.parse(
      readFileSync(new URL('../../../../vectors/signed-note/go-cosigned-checkpoint.json', import.meta.url), 'utf8'),
    ) as { origin: string; checkpoint: string; logVkey: string; witnessVkey: string; size: number; witness: string };
    const known = {
      origin: go.origin,
      logKeys: [parseVkey(go.logVkey)],
      witnesses: [parseVkey(go.witnessVkey)],
    };
    const { checkpoint, logLine: signed, witnesses } = await checkCheckpoint(go.checkpoint, known);
    expect(checkpoint.size).toBe(go.size);
    expect(signed).toBe(true);
    expect(witnesses.map(({ name }) => name)).toEqual([go.witness]);
  });

  it('names the distinct witnesses with their times, in the order of the trust', async () => {
    const checked = await checkCheckpoint(note(line2, logLine, line1), keys);
    expect(checked.logLine).toBe(true);
    expect(checked.witnesses).toEqual([
      { name: 'w1.example', timeSeconds: 1000 },
      { name: 'w2.example', timeSeconds: 1000 },
    ]);
  });

  it('counts a witness once, however often it signed, with its latest time', async () => {
    const later = await cosigned(w1, 2000);
    const { witnesses } = await checkCheckpoint(note(logLine, line1, later, line1, line1), keys);
    expect(witnesses).toEqual([{ name: 'w1.example', timeSeconds: 2000 }]);
  });

  it('counts no witness without a line of the log', async () => {
    const checked = await checkCheckpoint(note(line1, line2), keys);
    expect(checked).toMatchObject({ logLine: false, witnesses: [] });
  });

  it('is content with the line of any one log key', async () => {
    const checked = await checkCheckpoint(note(await signCheckpoint(body, secondLog), line1), keys);
    expect(checked).toMatchObject({ logLine: true, witnesses: [{ name: 'w1.example' }] });
  });

  it('ignores lines of strangers, also ones with the name of a known key', async () => {
    const impostor = { ...stranger, name: 'w3.example' };
    const lines = [await signCheckpoint(body, { ...stranger, name: origin }), await cosigned(stranger)];
    const checked = await checkCheckpoint(note(logLine, ...lines, await cosigned(impostor), line1), keys);
    expect(checked.witnesses.map(({ name }) => name)).toEqual(['w1.example']);
  });

  it('ignores a genuine signature under another name: name and key id together say whose it is', async () => {
    const renamed = line1.replace('w1.example', 'w4.example');
    const { witnesses } = await checkCheckpoint(note(logLine, renamed, line2), keys);
    expect(witnesses.map(({ name }) => name)).toEqual(['w2.example']);
    const { logLine: signed } = await checkCheckpoint(note(logLine.replace(origin, 'other.example')), keys);
    expect(signed).toBe(false);
  });

  it('does not take the log for its own witness, nor a witness for the log', async () => {
    const { logLine: signed } = await checkCheckpoint(note(await signCheckpoint(body, w1)), keys);
    expect(signed).toBe(false);
    const { witnesses } = await checkCheckpoint(note(logLine, await cosigned(log)), keys);
    expect(witnesses).toEqual([]);
  });

  it("does not take a witness's plain signature for a cosignature", async () => {
    const plain = await signCheckpoint(body, w1);
    const { witnesses } = await checkCheckpoint(note(logLine, plain), keys);
    expect(witnesses).toEqual([]);
    const [signature] = parseSignatureLines(plain);
    const relabelled = formatSignatureLine({ ...signature!, keyId: keys.witnesses[0]!.keyId });
    await expect(checkCheckpoint(note(logLine, relabelled), keys)).rejects.toMatchObject({
      code: 'checkpoint-witness-line',
    });
  });

  it('refuses the whole when a line of a known key does not verify', async () => {
    await expect(checkCheckpoint(note(broken(logLine)), keys)).rejects.toMatchObject({ code: 'checkpoint-log-line' });
    for (const at of [0, 7, 8, -1]) {
      await expect(checkCheckpoint(note(logLine, broken(line1, at)), keys)).rejects.toMatchObject({
        code: 'checkpoint-witness-line',
      });
    }
    await expect(checkCheckpoint(note(logLine, line1, broken(line1)), keys)).rejects.toMatchObject({
      code: 'checkpoint-witness-line',
    });
  });

  it('refuses lines made for another checkpoint', async () => {
    const other = formatCheckpointBody({ origin, size: 6, root: new Uint8Array(32).fill(3) });
    const foreign = await signCheckpoint(other, log);
    await expect(checkCheckpoint(note(foreign), keys)).rejects.toMatchObject({ code: 'checkpoint-log-line' });
    const seen = await cosign(other, { ...w1, timeSeconds: 1000 });
    await expect(checkCheckpoint(note(logLine, seen), keys)).rejects.toMatchObject({ code: 'checkpoint-witness-line' });
  });

  it('refuses another origin, even when a known key signed it', async () => {
    const other = formatCheckpointBody({ origin: 'other.example', size: 5, root: new Uint8Array(32) });
    const text = formatNote(other, [await signCheckpoint(other, log)]);
    await expect(checkCheckpoint(text, keys)).rejects.toMatchObject({ code: 'checkpoint-origin' });
  });

  it('binds extension lines by the signature', async () => {
    const extended = `${body}extension\n`;
    const text = formatNote(extended, [await signCheckpoint(extended, log)]);
    expect((await checkCheckpoint(text, keys)).logLine).toBe(true);
    await expect(checkCheckpoint(formatNote(extended, [logLine]), keys)).rejects.toMatchObject({
      code: 'checkpoint-log-line',
    });
  });

  it('asks the check that it is given, once for each line of a known key', async () => {
    let asked = 0;
    await checkCheckpoint(note(logLine, line1, line2, await cosigned(stranger)), keys, async (...args) => {
      asked += 1;
      return checkSignaturePure(...args);
    });
    expect(asked).toBe(3);
    await expect(checkCheckpoint(note(logLine), keys, () => false)).rejects.toMatchObject({
      code: 'checkpoint-log-line',
    });
  });
});

describe('checking the checkpoint of a cluster', () => {
  const members = [1, 2, 3, 4].map((seed) => party(origin, seed));
  const trust = {
    ...keys,
    logKeys: members.map(({ name, signer }) => vkeyOf(name, 'log', signer.publicKey)),
    quorum: 3,
  };
  const lineOf = (at: number, text = body) => signCheckpoint(text, members[at]!);

  it('takes three of four lines for the word of the log, in any order', async () => {
    const three = note(await lineOf(3), await lineOf(0), line1, await lineOf(2));
    const checked = await checkSignedCheckpoint(three, trust);
    expect(checked).toMatchObject({ logLine: true, logLines: 3, witnesses: [{ name: 'w1.example' }] });
  });

  it('refuses two lines, and counts no witness under them', async () => {
    const two = note(await lineOf(0), await lineOf(1), line1, line2);
    expect(await checkCheckpoint(two, trust)).toMatchObject({ logLine: false, logLines: 2, witnesses: [] });
    await expect(checkSignedCheckpoint(two, trust)).rejects.toMatchObject({
      code: 'checkpoint-quorum',
      facts: { lines: 2, quorum: 3 },
    });
  });

  it('counts a key once, however often it signed', async () => {
    const own = await lineOf(0);
    const twice = note(own, await lineOf(1), own, own);
    await expect(checkSignedCheckpoint(twice, trust)).rejects.toMatchObject({ facts: { lines: 2, quorum: 3 } });
    const doubled = { ...trust, logKeys: [...trust.logKeys, ...trust.logKeys] };
    await expect(checkSignedCheckpoint(twice, doubled)).rejects.toMatchObject({ facts: { lines: 2 } });
  });

  it('does not count a stranger, and refuses the whole for a line of a member over another root', async () => {
    const foreign = await signCheckpoint(body, { ...stranger, name: origin });
    await expect(checkSignedCheckpoint(note(await lineOf(0), await lineOf(1), foreign), trust)).rejects.toMatchObject({
      code: 'checkpoint-quorum',
    });
    const elsewhere = await lineOf(3, formatCheckpointBody({ origin, size: 5, root: new Uint8Array(32).fill(4) }));
    const mixed = note(await lineOf(0), await lineOf(1), await lineOf(2), elsewhere);
    await expect(checkSignedCheckpoint(mixed, trust)).rejects.toMatchObject({ code: 'checkpoint-log-line' });
  });

  it('says that nobody signed when nobody did', async () => {
    await expect(checkSignedCheckpoint(note(line1), trust)).rejects.toMatchObject({ code: 'checkpoint-not-signed' });
  });

  it('is for a trust without a quorum what it always was: any one key', async () => {
    const { quorum: _, ...old } = trust;
    expect((await checkSignedCheckpoint(note(await lineOf(2)), old)).logLine).toBe(true);
  });
});

import {
  base64Encode,
  formatTlogProof,
  leafHash,
  nodeHash,
  parseNote,
  parseTlogProof,
  type TlogProof,
  utf8Decode,
  utf8Encode,
} from '@minglu/protocol';
import type { SampleCheckpoint, SampleHistory } from '../sample-evidence.ts';
import type { Mutation, MutationPool } from './mutation.ts';
import type { SeededRandom } from './seeded-random.ts';

type Change = (proof: TlogProof, random: SeededRandom, pool: MutationPool) => Partial<TlogProof>;

/** A mutation of a receipt's parts. Whatever is no receipt any more stays as it is. */
const parts =
  (change: Change): Mutation =>
  (text, random, pool) => {
    const proof = parseTlogProof(text);
    return formatTlogProof({ ...proof, ...change(proof, random, pool) });
  };

const anyIndex = (random: SeededRandom): number => random.below(48);
const anyCheckpoint = (history: SampleHistory, random: SeededRandom): SampleCheckpoint =>
  random.pick(history.checkpoints);
const anyPath = (history: SampleHistory, random: SeededRandom): Uint8Array[] => {
  const { size } = anyCheckpoint(history, random);
  return history.tree.at(size).inclusionPath(random.below(size));
};
const anyEntry = (history: SampleHistory, random: SeededRandom): Uint8Array => random.pick(history.entries);
const rewriting = (change: (entry: string, random: SeededRandom) => string): Mutation =>
  parts(({ extra }, random) => ({ extra: utf8Encode(change(utf8Decode(extra ?? new Uint8Array(0)), random)) }));

/** Body and signature lines of the checkpoint, to be put together again in another way. */
const lines = (
  change: (body: string, signed: string[], random: SeededRandom, pool: MutationPool) => string,
): Mutation =>
  parts(({ checkpoint }, random, pool) => {
    const { text } = parseNote(checkpoint);
    const signed = checkpoint.slice(text.length + 1).split(/(?<=\n)/);
    return { checkpoint: change(text, signed, random, pool) };
  });
const note = (body: string, signed: readonly string[]): string => `${body}\n${signed.join('')}`;
const signatureText = (line: string): string => line.slice(line.lastIndexOf(' ') + 1);

export const receiptMutations: Readonly<Record<string, Mutation>> = {
  'another record of the log': parts((_, random, { honest }) => ({ extra: anyEntry(honest, random) })),
  'a record of a forked history': parts((_, random, { forked }) => ({ extra: anyEntry(forked, random) })),
  'the record of another chain': parts(({ index }, _, { foreign }) => ({ extra: foreign.entries[index] })),
  'no record': parts(() => ({ extra: undefined })),
  'outcome rewritten': rewriting((entry) => entry.replace(/"outcome":.*$/, '"outcome":{"events":[]}}')),
  'height rewritten': rewriting((entry, random) => entry.replace(/"height":\d+/, `"height":${random.below(9)}`)),
  'signature of the record exchanged': rewriting((entry) => entry.replace(/[A-Za-z0-9_-]{86}"/, `${'A'.repeat(86)}"`)),
  'members of the record turned round': rewriting((entry) => entry.replace(/"v":0,("type":"[a-z]+"),/, '$1,"v":0,')),
  'another index': parts((_, random) => ({ index: anyIndex(random) })),
  'an index far outside': parts((_, random) => ({ index: 2 ** (30 + random.below(23)) })),
  'another path of the log': parts((_, random, { honest }) => ({ path: anyPath(honest, random) })),
  'another index with its path': parts((_, random, { honest }) => {
    const index = anyIndex(random);
    return { index, path: honest.tree.at(48).inclusionPath(index) };
  }),
  'a path of the forked history': parts(({ index }, _, { forked }) => ({
    path: forked.tree.at().inclusionPath(index),
  })),
  'two paths spliced': parts(({ path }, random, { honest, forked }) => {
    const other = anyPath(random.below(2) === 0 ? honest : forked, random);
    const cut = random.below(path.length + 1);
    return { path: [...path.slice(0, cut), ...other.slice(random.below(other.length + 1))] };
  }),
  'path cut at its end': parts(({ path }) => ({ path: path.slice(0, -1) })),
  'path cut at its start': parts(({ path }) => ({ path: path.slice(1) })),
  'path lengthened': parts(({ path }, random, { honest }) => ({ path: [...path, ...anyPath(honest, random)] })),
  'path turned round': parts(({ path }) => ({ path: path.toReversed() })),
  'hash of the path doubled': parts(({ path }, random) => {
    const at = random.below(path.length);
    return { path: path.toSpliced(at, 0, path[at] as Uint8Array) };
  }),
  'hashes of the path exchanged': parts(({ path }, random) => {
    const [left, right] = [random.below(path.length), random.below(path.length)];
    return { path: path.with(left, path[right] as Uint8Array).with(right, path[left] as Uint8Array) };
  }),
  'inner node shown as the record': parts(({ index, path }, _, { honest }) => {
    const [left, right] = [index & ~1, index | 1].map((at) => leafHash(honest.entries[at] ?? new Uint8Array(0)));
    const inner = nodeHash(left as Uint8Array, right as Uint8Array);
    return { extra: inner, index: index >> 1, path: path.slice(1) };
  }),
  'checkpoint of another size': parts((_, random, { honest }) => ({ checkpoint: anyCheckpoint(honest, random).text })),
  'checkpoint of the forked history': parts((_, random, { forked }) => ({
    checkpoint: anyCheckpoint(forked, random).text,
  })),
  'whole receipt of the forked history': parts(({ index }, random, { forked }) => {
    const { size, text } = forked.checkpoints.at(-1) as SampleCheckpoint;
    const at = random.below(2) === 0 ? index : anyIndex(random);
    return { extra: forked.entries[at], index: at, path: forked.tree.at(size).inclusionPath(at), checkpoint: text };
  }),
  'whole receipt of another chain': parts(({ index }, _, { foreign }) => {
    const { size, text } = foreign.checkpoints.at(-1) as SampleCheckpoint;
    return { extra: foreign.entries[index], path: foreign.tree.at(size).inclusionPath(index), checkpoint: text };
  }),
  "another chain's checkpoint under this chain's name": parts((_, random, { honest, foreign }) => ({
    checkpoint: anyCheckpoint(foreign, random).text.replaceAll(foreign.origin, honest.origin),
  })),
  "a stranger's signature under the log's key id": lines((body, signed, _, { honest }) => {
    const keyId = Buffer.from(honest.trust.logKeys[0]?.keyId ?? '', 'hex');
    return note(body, [
      `— ${honest.origin} ${base64Encode(Buffer.concat([keyId, Buffer.alloc(64, 1)]))}\n`,
      ...signed.slice(1),
    ]);
  }),
  'size of the checkpoint changed': lines((body, signed, random) =>
    note(body.replace(/\n\d+\n/, `\n${random.below(64)}\n`), signed),
  ),
  'root of the checkpoint changed': lines((body, signed, random, { honest }) =>
    note(body.replace(/\n[^\n]+\n$/, `\n${base64Encode(honest.tree.at(1 + random.below(47)).root)}\n`), signed),
  ),
  'root fitted to a forged record': parts(({ checkpoint }, random, { forked }) => {
    const index = anyIndex(random);
    const root = base64Encode(forked.tree.at(48).root);
    const { text } = parseNote(checkpoint);
    const body = text.replace(/\n\d+\n[^\n]+\n$/, `\n48\n${root}\n`);
    const path = forked.tree.at(48).inclusionPath(index);
    return { extra: forked.entries[index], index, path, checkpoint: body + checkpoint.slice(text.length) };
  }),
  'extension line added': lines((body, signed) => note(`${body}trust me\n`, signed)),
  'signature lines turned round': lines((body, signed) => note(body, signed.toReversed())),
  'signature line doubled': lines((body, signed, random) => note(body, [...signed, random.pick(signed)])),
  'one cosigner many times': lines((body, signed) => note(body, [signed[0] ?? '', ...Array(5).fill(signed[1] ?? '')])),
  'signature line dropped': lines((body, signed, random) =>
    note(body, signed.length > 1 ? signed.toSpliced(random.below(signed.length), 1) : signed),
  ),
  'line of the log dropped': lines((body, signed) => note(body, signed.slice(1))),
  "a witness's line under another witness's name": lines((body, signed) => {
    const line = signed[1] ?? '';
    return note(body, [...signed.slice(0, 2), line.replace('w1.', 'w2.'), line.replace('w1.', 'w3.')]);
  }),
  "a witness's signature under another witness's key": lines((body, signed, _, { honest }) => {
    const bytes = Buffer.from(signatureText(signed[1] ?? ''), 'base64').subarray(4);
    const forged = honest.trust.witnesses.slice(1).map(({ name, keyId }) => {
      return `— ${name} ${base64Encode(Buffer.concat([Buffer.from(keyId, 'hex'), bytes]))}\n`;
    });
    return note(body, [...signed.slice(0, 2), ...forged]);
  }),
  'time of a cosignature changed': lines((body, signed, random) => {
    const line = signed[1] ?? '';
    const bytes = Buffer.from(signatureText(line), 'base64');
    bytes[4 + random.below(8)] = random.below(256);
    return note(body, [signed[0] ?? '', `— w1.example ${base64Encode(bytes)}\n`]);
  }),
  'cosignatures of another checkpoint': lines((body, signed, random, { honest }) => {
    const { text } = random.pick(honest.checkpoints);
    return note(body, [signed[0] ?? '', ...text.split(/(?<=\n)/).slice(5)]);
  }),
  'cosignatures of strangers with the same names': lines((body, signed, _, { forked }) => {
    const strangers = (forked.checkpoints.at(-1) as SampleCheckpoint).text.split(/(?<=\n)/).slice(5);
    return note(body, [signed[0] ?? '', ...strangers]);
  }),
};

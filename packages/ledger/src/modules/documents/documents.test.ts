import { base64urlEncode, sha256, utf8Encode } from '@minglu/protocol';
import { describe, expect, it } from 'vitest';
import { accepted, refusedWithoutTrace } from '../../testing/expect-refusal.ts';
import { foundedChain } from '../../testing/test-chain.ts';

const digestOf = (text: string) => base64urlEncode(sha256(utf8Encode(text)));
const list = (documents: readonly string[], by = 'police-attester', org = 'police') => ({
  ...{ by, deed: 'documents.list' },
  body: { org, certificate: digestOf('certificate'), documents: documents.map(digestOf) },
});

describe('documents.list', () => {
  it('makes an organ’s documents known under its name and its certificate', async () => {
    const chain = await foundedChain();
    const { body, ...letter } = list(['a', 'b']);
    const stamp = digestOf('authority');
    expect(await accepted(chain, { ...letter, body: { ...body, stamp } })).toEqual(['documents.listed']);
    const certificate = digestOf('certificate');
    const expected = { org: 'police', organName: '公安局', certificate, stamp, since: chain.time };
    expect(chain.find('document', digestOf('a'))).toEqual(expected);
    expect(chain.find('document', digestOf('c'))).toBeUndefined();
  });

  it('is for the organ’s own process alone', async () => {
    const chain = await foundedChain();
    await refusedWithoutTrace(chain, list(['a'], 'police-attester', 'market'), 'access-denied');
    await refusedWithoutTrace(chain, list(['a'], 'registrar', 'market'), 'access-denied');
    await refusedWithoutTrace(chain, list(['a'], 'police-attester', 'nowhere'), 'organisation-unknown');
  });

  it('leaves what was listed as it was, and takes what is new', async () => {
    const chain = await foundedChain();
    await accepted(chain, list(['a']));
    const before = chain.find('document', digestOf('a'));
    await accepted(chain, list(['a', 'b']));
    expect(chain.find('document', digestOf('a'))).toEqual(before);
    expect(chain.find('document', digestOf('b'))).toBeDefined();
    await refusedWithoutTrace(chain, list(['b', 'a']), 'nothing-changes');
  });

  it('takes one to 64 digests, none twice', async () => {
    const chain = await foundedChain();
    const many = Array.from({ length: 65 }, (_, at) => `${at}`);
    for (const documents of [[], many, ['a', 'a']]) await refusedWithoutTrace(chain, list(documents), 'body-invalid');
  });
});

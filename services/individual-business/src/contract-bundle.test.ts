import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { decide } from './contract.ts';
import { largestApplication, smallestApplication } from './fixtures.ts';
import { contractHash, contractText } from './generated/contract-bundle.ts';
import { individualBusiness } from './individual-business.ts';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** One file of plain text that defines `contract.decide`: what is hashed, reviewed, and run where strangers' code runs. */
async function bundle(): Promise<string> {
  const result = await build({
    entryPoints: [path('contract.ts')],
    absWorkingDir: path('../../..'),
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'contract',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    // Names stay as they are written: short ones are dealt out anew when a type is added anywhere near, and the contract's
    // identity, which is its text, would be another.
    minifyWhitespace: true,
    minifySyntax: true,
    external: [],
  });
  return result.outputFiles[0]?.text ?? '';
}

const hashOf = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

describe('the contract as text', () => {
  it('is what its source bundles to today (UPDATE_GENERATED=1 writes it anew)', async () => {
    const text = await bundle();
    if (process.env.UPDATE_GENERATED === '1') {
      const lines = [
        '// Made from contract.ts by contract-bundle.test.ts with UPDATE_GENERATED=1; not edited by hand.',
        '/** SHA-256 of `contractText`: the identity of the contract on the ledger. */',
        `export const contractHash = '${hashOf(text)}';`,
        `export const contractText = ${JSON.stringify(text)};`,
      ];
      writeFileSync(path('generated/contract-bundle.ts'), `${lines.join('\n')}\n`);
      expect(readFileSync(path('generated/contract-bundle.ts'), 'utf8')).toContain(hashOf(text));
      return;
    }
    expect(contractText).toBe(text);
  });

  it('has the hash it is registered under', () => {
    expect(hashOf(contractText)).toBe(contractHash);
  });

  it('has its earlier texts under their hashes', () => {
    const { earlierContracts = {} } = individualBusiness;
    for (const landed of [
      '1ca2f445f9e3e2c216e2741aa4b7a08a96c01b0a3b98f86bbac7af85b9f21ffb',
      '60e02d261fd3e45737b302b6f94f8d7562782dcc6c54c46d4df223105d492796',
      '9fd14c0b4d7e58d7d1ac688b22263bea29b560a55bde47c44e9e4079fc99493b',
    ])
      expect(Object.keys(earlierContracts)).toContain(landed);
    for (const [hash, text] of Object.entries(earlierContracts)) expect(hashOf(text)).toBe(hash);
  });

  it('decides as the function beside it does', () => {
    const decideText = runInNewContext(`${contractText};contract.decide`) as (input: string) => string;
    const known = { 'mainland-resident': true, 'no-registration-bar': true, 'premises-on-record': true };
    const people = [{ 'identity-level': 2, 'age-at-least-18': true, ...known }, { 'identity-level': 1 }, {}];
    for (const body of [smallestApplication, largestApplication, { ...smallestApplication, scope: ['6020', '0000'] }]) {
      for (const facts of people) {
        const input = JSON.stringify({ service: body.service, version: 1, facts, body, plain: {}, time: 1 });
        expect(decideText(input)).toBe(decide(input));
      }
    }
  });
});

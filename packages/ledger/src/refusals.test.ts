import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { refusalCodes, refuse } from './refusals.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const files = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
const texts = (isTest: boolean) =>
  files
    .filter((name) => /\.test\.ts$|testing/.test(name) === isTest && !name.endsWith('refusals.ts'))
    .map((name) => readFileSync(`${here}/${name}`, 'utf8'))
    .join('\n');

describe('refusal codes', () => {
  it('are each given once and shaped like a word', () => {
    expect(new Set(refusalCodes).size).toBe(refusalCodes.length);
    for (const code of refusalCodes) expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  it('are each in use, and each provoked by a test', () => {
    const source = texts(false);
    const tests = texts(true);
    for (const code of refusalCodes) {
      expect(source.includes(`'${code}'`), `${code} is used`).toBe(true);
      expect(tests.includes(`'${code}'`), `${code} is tested`).toBe(true);
    }
  });

  it('stand in an entry as the format has them', () => {
    expect(JSON.stringify(refuse('expired', { time: 5 }))).toBe('{"refused":"expired","facts":{"time":5}}');
    expect(JSON.stringify(refuse('replayed'))).toBe('{"refused":"replayed","facts":{}}');
  });
});

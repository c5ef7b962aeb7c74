import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ProtocolError } from './errors.ts';

const here = import.meta.dirname;
const files = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
const textOf = (names: readonly string[]) => names.map((name) => readFileSync(join(here, name), 'utf8')).join('\n');
const declared = [
  ...readFileSync(join(here, 'errors.ts'), 'utf8').matchAll(/^ {2}\| '([^']+)'|= '([^']+)'|\| '([^']+)'/gm),
]
  .map((match) => match[1] ?? match[2] ?? match[3] ?? '')
  .filter((code, place, all) => code.includes('-') && all.indexOf(code) === place);
const source = textOf(files.filter((name) => !name.endsWith('.test.ts') && name !== 'errors.ts'));
const tests = textOf(files.filter((name) => name.endsWith('.test.ts')));
const vectors = readFileSync(join(here, '../../../vectors/protocol/strict-json.json'), 'utf8');

describe('a ProtocolError', () => {
  it('has a code and facts, and says no more than its code', () => {
    const error = new ProtocolError('json-too-long', { maxLength: 5 });
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe('ProtocolError');
    expect(error.code).toBe('json-too-long');
    expect(error.facts).toEqual({ maxLength: 5 });
    expect(error.message).toBe('json-too-long');
  });

  it('has facts even when there are none', () => {
    expect(new ProtocolError('jws-shape').facts).toEqual({});
  });
});

describe('the list of codes', () => {
  it('is found by this test', () => {
    expect(declared).toContain('utf8-malformed');
    expect(declared).toContain('entry-too-long');
    expect(declared.length).toBeGreaterThan(35);
  });

  it.each(declared)('%s is thrown somewhere', (code) => {
    expect(source).toContain(`'${code}'`);
  });

  it.each(declared)('%s is refused in a test', (code) => {
    expect(tests.includes(`'${code}'`) || vectors.includes(`"${code}"`)).toBe(true);
  });
});

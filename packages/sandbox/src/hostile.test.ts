import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { currentEngine, getEngine } from './engine/engine.ts';
import { defaultLimits } from './limits.ts';
import { Machine } from './machine.ts';
import { MemoryPool } from './memory-pool.ts';
import { answers } from './testing/hostile/answers.ts';
import { builtIns } from './testing/hostile/built-ins.ts';
import { loops } from './testing/hostile/loops.ts';
import { plantedState } from './testing/hostile/planted-state.ts';
import { hostileCorpus } from './testing/hostile-corpus.ts';
import { lineOf, type OutcomeTable, runCorpus } from './testing/run-corpus.ts';
import { smallInput } from './testing/small-input.ts';

const path = fileURLToPath(new URL('./testing/outcomes.json', import.meta.url));
const expected = JSON.parse(readFileSync(path, 'utf8')) as OutcomeTable;

const engine = getEngine(currentEngine);
const pool = new MemoryPool(engine.file.layout);
const load = (text: string) => Machine.load({ engine, limits: defaultLimits, pool }, text);
const codeOf = (name: string): string => expected[name]?.split(' ', 1)[0] ?? 'nothing';

describe('hostile contracts', () => {
  it('end as the committed table says, with the gas it says (UPDATE_GENERATED=1 writes it anew)', () => {
    const table = runCorpus(2);
    if (process.env.UPDATE_GENERATED === '1') writeFileSync(path, `${JSON.stringify(table, null, 2)}\n`);
    else expect(table).toEqual(expected);
  });

  it('are more than a hundred, each with a name of its own', () => {
    expect(new Set(hostileCorpus.map(({ name }) => name)).size).toBe(hostileCorpus.length);
    expect(hostileCorpus.length).toBeGreaterThan(300);
  });

  it('never make the engine or the host fail: each ends by a rule', () => {
    const failed = Object.keys(expected).filter((name) => ['engine-trapped', 'host-failed'].includes(codeOf(name)));
    expect(failed).toEqual([]);
  });

  it('run out of gas when they loop, and when a built-in does the looping', () => {
    expect(loops.map(({ name }) => codeOf(name))).toEqual(loops.map(() => 'out-of-gas'));
    // Compiling a large expression is cheap in this engine.
    const cheap = builtIns.filter(({ name }) => codeOf(name) !== 'out-of-gas').map(({ name }) => name);
    expect(cheap).toEqual(['cost-regexp-compile']);
  });

  it('find nothing of what they planted in an earlier call', () => {
    const planted = plantedState.filter(({ name }) => codeOf(name) === 'answered');
    expect(planted.length).toBeGreaterThan(30);
    for (const { name } of planted) expect(expected[name], name).not.toMatch(/planted|ran"|settled/);
  });

  it('cannot pass anything but text for an answer', () => {
    const kinds = new Set(answers.filter(({ name }) => name.startsWith('answer-')).map(({ name }) => codeOf(name)));
    expect([...kinds].sort()).toEqual(['answered', 'output-malformed', 'output-not-text', 'output-too-large']);
  });

  it('leave memory as it was after loading, byte for byte, and end the same in an engine that ran nothing before', () => {
    for (const { name, text, input = smallInput } of hostileCorpus) {
      const machine = load(text);
      if (typeof machine === 'string') {
        expect(load(text), name).toBe(machine);
        continue;
      }
      const before = Buffer.from(machine.bytes);
      const first = lineOf(machine.call(input));
      expect(before.equals(machine.bytes), name).toBe(true);
      expect(lineOf(machine.call(input)), name).toBe(first);
      expect(before.equals(machine.bytes), name).toBe(true);
      const fresh = load(text);
      if (typeof fresh === 'string') throw new Error(name);
      expect(before.equals(fresh.bytes), name).toBe(true);
      expect(lineOf(fresh.call(input)), name).toBe(first);
      for (const used of [machine, fresh]) used.release(pool);
    }
  }, 120_000);
});

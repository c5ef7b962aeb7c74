import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currentEngine } from './engine/engine.ts';
import { defaultLimits } from './limits.ts';
import { openSandbox, type SandboxOptions } from './open-sandbox.ts';

const hashOf = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const deciding = (body: string) => `var contract = { decide(input) { ${body} } };`;

function open(texts: readonly string[], more: Partial<SandboxOptions> = {}) {
  const sandbox = openSandbox({ contracts: new Map(texts.map((text) => [hashOf(text), text])), ...more });
  return {
    run: (text: string, input = '{}') => sandbox.run(hashOf(text), input),
    execute: (text: string, input = '{}') => sandbox.execute(hashOf(text), input),
  };
}

const echo = deciding('return input;');
const count = `let n = 0; ${deciding('n += 1; return "" + n;')}`;

describe('a sandbox', () => {
  it('hands text in and text out, whatever is in it', () => {
    const { run } = open([echo]);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        fc.pre(!text.includes('\0') && text.isWellFormed());
        expect(run(echo, text)).toBe(text);
      }),
    );
  });

  it('gives a contract its engine’s answer for JSON, not the host’s objects', () => {
    const text = deciding('return JSON.stringify(JSON.parse(input));');
    const { run } = open([text]);
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = JSON.stringify(value);
        expect(run(text, json)).toBe(JSON.stringify(JSON.parse(json)));
      }),
    );
  });

  it('throws the code and the contract’s hash, and never what the contract said', () => {
    const text = deciding('throw new Error("of " + input);');
    const { run } = open([text]);
    expect(() => run(text, '"张三"')).toThrow(
      expect.objectContaining({ code: 'contract-threw', facts: { contract: hashOf(text) }, message: 'contract-threw' }),
    );
  });

  it('refuses a contract it was not given', () => {
    expect(() => open([]).run(echo)).toThrow(expect.objectContaining({ code: 'contract-unknown' }));
  });

  it('does not open when a text is listed under another’s hash', () => {
    const contracts = new Map([['a'.repeat(64), echo]]);
    expect(() => openSandbox({ contracts })).toThrow(expect.objectContaining({ code: 'contract-mismatch' }));
  });

  it('does not open with an engine nobody ships, and opens with the current one by name', () => {
    const contracts = new Map<string, string>();
    expect(() => openSandbox({ contracts, engine: 'f'.repeat(64) })).toThrow('engine-unknown');
    expect(open([echo], { engine: currentEngine }).run(echo)).toBe('{}');
  });

  it('keeps so many contracts loaded, and loads again what fell out', () => {
    const texts = [1, 2, 3, 4].map((n) => `${count} // ${n}`);
    const { run } = open(texts, { maxLoaded: 2 });
    for (let round = 0; round < 3; round += 1) {
      for (const text of texts) expect(run(text)).toBe('1');
      for (const text of texts.toReversed()) expect([run(text), run(text)]).toEqual(['1', '1']);
    }
  });

  it('is not the worse for any contract failing in between', () => {
    const failing = ['for (;;);', 'const f = () => f(); f();', 'let s = "x"; for (;;) s += s + s.at(-1);', 'throw 1;'];
    const texts = [count, ...failing.map(deciding), 'not a contract', 'for (;;);'];
    const { run, execute } = open(texts, { maxLoaded: 1 });
    for (const text of texts) {
      expect(execute(text).code).not.toBe('host-failed');
      expect(run(count)).toBe('1');
    }
    expect(texts.slice(1).map((text) => execute(text).code)).toEqual([
      'out-of-gas',
      'out-of-stack',
      'out-of-memory',
      'contract-threw',
      'contract-malformed',
      'out-of-gas',
    ]);
  });

  it('counts the same gas for the same call, more for more work, and none over the limit', () => {
    const text = deciding('let n = 0; for (let i = 0; i < +input; i += 1) n += i; return "" + n;');
    const limits = { ...defaultLimits, callGas: 20_000 };
    const { execute } = open([text], { limits });
    const gas = (turns: number) => execute(text, `${turns}`).gas;
    expect(gas(10)).toBe(gas(10));
    // Seven instructions of the engine a turn.
    expect((gas(110) - gas(10)) / 100).toBeGreaterThan(5);
    expect(execute(text, '100000')).toEqual({ code: 'out-of-gas', gas: 20_000 });
    const exact = gas(200);
    const enough = (callGas: number) => open([text], { limits: { ...limits, callGas } }).execute(text, '200').code;
    expect([enough(exact - 1), enough(exact)]).toEqual(['out-of-gas', 'answered']);
  });

  it('says so when this machine’s stack is too full for it, and is whole again afterwards', () => {
    const text = `let n = 0; ${deciding('n += 1; const f = (d) => (d === 0 ? 0 : 1 + f(d - 1)); return n + " " + f(200);')}`;
    const { execute } = open([text]);
    const usual = execute(text);
    expect(usual).toMatchObject({ code: 'answered', output: '1 200' });
    const codes = new Set<string>();
    // Goes as deep as the stack lets it, and from there back up, calling at every hundredth step.
    const dive = (deep: number): number => {
      let back = 0;
      try {
        back = dive(deep + 1);
      } catch {
        back = deep;
      }
      if ((back - deep) % 100 === 0) codes.add(execute(text).code);
      return back;
    };
    dive(0);
    expect([...codes].sort()).toEqual(['answered', 'host-failed']);
    expect(execute(text)).toEqual(usual);
  });

  it('raises the alarm for a slow call or a failing host, and decides nothing by it', () => {
    const raised: unknown[] = [];
    const times = [0, 5, 10, 2000];
    const alarm = { clock: () => times.shift() ?? 0, slowMs: 100, raise: (fact: unknown) => raised.push(fact) };
    const { run } = open([echo], { alarm });
    expect([run(echo), run(echo)]).toEqual(['{}', '{}']);
    expect(raised).toEqual([{ contract: hashOf(echo), code: 'answered', tookMs: 1990 }]);
  });
});

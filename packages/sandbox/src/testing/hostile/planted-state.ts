import { deciding, type HostileContract, written } from './hostile-contract.ts';

/** A contract that plants something after looking for it; a first call finds nothing, and so must every later one. */
function planting(name: string, look: string, plant: string, outside = ''): HostileContract {
  const text = `${outside}; var contract = { decide(input) { const found = ${look}; ${plant}; return "found " + found; } };`;
  return written(name, text);
}

/** Contracts that leave something behind for the next call. */
export const plantedState: readonly HostileContract[] = [
  planting('planted-global', 'globalThis.seen', 'globalThis.seen = input'),
  planting('planted-top-level-variable', 'count', 'count += 1', 'let count = 0'),
  planting('planted-closure', 'next()', 'next()', 'const next = ((n) => () => n++)(0)'),
  planting('planted-object-prototype', '({}).seen', 'Object.prototype.seen = input'),
  planting('planted-array-prototype', '[].seen', 'Array.prototype.seen = 1'),
  planting('planted-string-method', '"x".at(0)', 'String.prototype.at = () => "planted"'),
  planting('planted-json-parse', 'JSON.parse("1")', 'JSON.parse = () => "planted"'),
  planting('planted-json-stringify', 'JSON.stringify(1)', 'JSON.stringify = () => "planted"'),
  planting('planted-getter', 'globalThis.g', 'Object.defineProperty(globalThis, "g", { get: () => "planted" })'),
  planting(
    'planted-array-index-setter',
    '[].length',
    'Object.defineProperty(Array.prototype, "0", { set() { throw 1; } })',
  ),
  planting(
    'planted-symbol-registry',
    'Symbol.keyFor(known.s ?? Symbol.iterator)',
    'known.s = Symbol.for(input)',
    'const known = {}',
  ),
  planting(
    'planted-symbol-on-function',
    'decide[mark]',
    'decide[mark] = 1',
    'const mark = Symbol(); const decide = () => 1',
  ),
  planting(
    'planted-generator',
    'g.next().value',
    'g.next()',
    'const g = (function* () { let n = 0; while (true) yield n++; })()',
  ),
  planting('planted-iterator', 'i.next().value', 'i.next()', 'const i = [1, 2, 3, 4, 5][Symbol.iterator]()'),
  planting(
    'planted-async-generator',
    'seen',
    'g.next().then(() => { seen = "ran"; })',
    'let seen = "nothing"; const g = (async function* () { yield 1; })()',
  ),
  planting('planted-pending-job', 'seen', 'Promise.resolve().then(() => { seen = "ran"; })', 'let seen = "nothing"'),
  planting(
    'planted-pending-job-while-loading',
    'seen',
    'seen = "called"',
    'let seen = "nothing"; Promise.resolve().then(() => { seen = "ran"; })',
  ),
  planting(
    'planted-promise-resolver',
    'state',
    'resolve(1)',
    'let resolve; let state = "open"; new Promise((r) => { resolve = r; }).then(() => { state = "settled"; })',
  ),
  planting('planted-thenable', 'seen', 'Promise.resolve({ then() { seen = "ran"; } })', 'let seen = "nothing"'),
  planting('planted-weak-map', 'w.get(key)', 'w.set(key, input)', 'const w = new WeakMap(); const key = {}'),
  planting('planted-map', 'm.size', 'm.set(m.size, 1)', 'const m = new Map()'),
  planting('planted-set', 's.size', 's.add({})', 'const s = new Set()'),
  planting('planted-regexp-last-index', 'r.lastIndex', 'r.exec("aaaa")', 'const r = /a/g'),
  planting('planted-frozen', 'Object.isFrozen(o)', 'Object.freeze(o)', 'const o = {}'),
  planting('planted-deleted-global', 'typeof Map', 'delete globalThis.Map'),
  planting('planted-array-growth', 'a.length', 'a.length = 100000; a.fill(1)', 'const a = []'),
  planting('planted-decide-itself', 'contract.decide.name', 'contract.decide = () => "planted"'),
  planting(
    'planted-prototype-of-decide',
    'Object.getPrototypeOf(contract.decide) === Object.getPrototypeOf(Map)',
    'Object.setPrototypeOf(contract.decide, null)',
  ),
  planting('planted-error-message', 'e.message', 'e.message = input', 'const e = new Error("clean")'),
  planting('planted-class-static', 'A.n', 'A.n += 1', 'class A { static n = 0; }'),
  planting(
    'planted-private-field',
    'A.read(a)',
    'A.write(a)',
    'class A { #n = 0; static read(o) { return o.#n; } static write(o) { o.#n += 1; } } const a = new A()',
  ),
  planting('planted-hidden-class', 'Object.keys(o).length', 'o["p" + Object.keys(o).length] = 1', 'const o = {}'),
  planting(
    'planted-atoms',
    'Object.keys(o).length',
    'for (let i = 0; i < 2000; i += 1) o["atom" + i] = Symbol("s" + i)',
    'const o = {}',
  ),
  planting(
    'planted-large-heap',
    'k.length',
    'for (let i = 0; i < 4000; i += 1) k.push("x".repeat(1000))',
    'const k = []',
  ),
  planting(
    'planted-deep-stack',
    'depth',
    'const f = (n) => (n === 0 ? 0 : 1 + f(n - 1)); depth = f(150)',
    'let depth = 0',
  ),
  planting('planted-proxy', '"x" in p', 'p.x = 1', 'const p = new Proxy({}, {})'),
  planting('planted-error-prototype', 'String(new Error("a"))', 'Error.prototype.toString = () => "planted"'),
  deciding('planted-throws-after', 'const found = globalThis.seen; globalThis.seen = 1; throw found;'),
  deciding('planted-gas-runs-out-after', 'if (globalThis.seen) return "found"; globalThis.seen = 1; for (;;);'),
  deciding(
    'planted-memory-runs-out-after',
    'if (globalThis.seen) return "found"; globalThis.seen = []; for (;;) globalThis.seen.push("x".repeat(99999));',
  ),
  deciding(
    'planted-stack-runs-out-after',
    'if (globalThis.seen) return "found"; globalThis.seen = 1; (function f() { f(); })();',
  ),
];

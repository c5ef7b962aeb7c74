import { deciding, type HostileContract, written } from './hostile-contract.ts';

/** Contracts that do not end. */
export const loops: readonly HostileContract[] = [
  deciding('loop-while', 'while (true) {}'),
  deciding('loop-for', 'for (;;);'),
  deciding('loop-do', 'do {} while (1); return "";'),
  deciding('loop-labelled', 'out: for (;;) { for (;;) continue out; }'),
  deciding('loop-try-finally', 'for (;;) { try { throw 1; } catch { continue; } finally { } }'),
  deciding('loop-finally-swallows', 'for (;;) { try { for (;;); } finally { continue; } }'),
  deciding('loop-catch-all', 'while (true) { try { while (true) { null.x; } } catch {} }'),
  deciding('loop-iterator', 'for (const x of { [Symbol.iterator]() { return { next: () => ({ done: false }) }; } });'),
  deciding('loop-generator', 'function* g() { while (true) yield 1; } for (const x of g());'),
  deciding('loop-iterator-helper', 'Iterator.from({ next: () => ({ done: false }) }).forEach(() => {});'),
  deciding('loop-growing-map', 'const m = new Map([[0, 0]]); for (const [k] of m) { m.delete(k); m.set(k + 1, 0); }'),
  deciding('loop-growing-set', 'const s = new Set([1]); s.forEach((x) => { s.delete(x); s.add(x); });'),
  deciding(
    'loop-array-length-getter',
    'Array.prototype.forEach.call({ get length() { return 2 ** 53 - 1; } }, () => {});',
  ),
  deciding('loop-array-like-index-of', 'return "" + [].indexOf.call({ length: 2 ** 53 - 1 }, 1);'),
  deciding('loop-sort-never-agrees', 'for (;;) [3, 1, 2].sort(() => 1);'),
  deciding('loop-proxy-keys', 'const p = new Proxy({}, { ownKeys: () => { for (;;); } }); Object.keys(p);'),
  deciding('loop-getter', 'const o = { get x() { for (;;); } }; return o.x;'),
  deciding('loop-to-string', 'return { toString() { for (;;); } } + "";'),
  deciding('loop-async', '(async () => { for (;;); })(); return "";'),
  deciding('loop-promise-executor', 'new Promise(() => { for (;;); }); return "";'),
  deciding('loop-bigint', 'let n = 1n; for (;;) n += 1n;'),
  deciding('loop-string-iteration', 'for (;;) for (const c of input) c;'),
  deciding(
    'loop-destructuring',
    'const [...all] = { [Symbol.iterator]: () => ({ next: () => ({ done: false, value: 0 }) }) };',
  ),
  written('loop-while-loading', 'for (;;); var contract = { decide: () => "" };'),
  written('loop-in-decide-getter', 'var contract = { get decide() { for (;;); } };'),
];

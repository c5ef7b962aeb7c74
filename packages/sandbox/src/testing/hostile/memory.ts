import { deciding, type HostileContract, written } from './hostile-contract.ts';

/** Contracts that take all the memory there is. */
export const memory: readonly HostileContract[] = [
  deciding('memory-string-doubling', 'let s = "x"; for (;;) { s += s; s.charCodeAt(s.length - 1); }'),
  deciding('memory-wide-string-doubling', 'let s = "字"; for (;;) { s += s; s.charCodeAt(s.length - 1); }'),
  deciding('memory-caught', 'const kept = []; for (;;) { try { kept.push("x".repeat(1e6)); } catch { } }'),
  deciding(
    'memory-caught-then-answers',
    'try { const kept = []; for (;;) kept.push("x".repeat(1e6)); } catch { return "survived"; }',
  ),
  deciding(
    'memory-doubling-caught',
    'let s = "x"; try { for (;;) { s += s; s.charCodeAt(s.length - 1); } } catch { return "survived"; }',
  ),
  deciding(
    'memory-doubling-finally',
    'let s = "x"; try { for (;;) { s += s; s.charCodeAt(s.length - 1); } } finally { return "survived"; }',
  ),
  deciding(
    'memory-finally-answers',
    'try { const kept = []; for (;;) kept.push("x".repeat(1e6)); } finally { return "survived"; }',
  ),
  deciding('memory-array-push', 'const a = []; for (;;) a.push(a.length);'),
  deciding('memory-array-of-arrays', 'const a = []; for (;;) a.push(new Array(1000).fill(0));'),
  deciding('memory-array-length', 'const a = []; a.length = 4294967295; a.fill(1);'),
  deciding('memory-array-constructor', 'return "" + new Array(4294967295).length;'),
  deciding('memory-array-from-length', 'return "" + Array.from({ length: 1e9 }).length;'),
  deciding('memory-join-of-nothing', 'return new Array(1e9).join("xxxxxxxxxx");'),
  deciding('memory-repeat', 'return "x".repeat(2 ** 30);'),
  deciding('memory-repeat-as-large-as-goes', 'return "" + "字".repeat(2 ** 29).length;'),
  deciding('memory-pad', 'return "".padEnd(2 ** 29, "abc");'),
  deciding('memory-map', 'const m = new Map(); for (let i = 0; ; i += 1) m.set(i, i);'),
  deciding('memory-set-of-strings', 'const s = new Set(); for (let i = 0; ; i += 1) s.add("k" + i);'),
  deciding(
    'memory-weak-map',
    'const w = new WeakMap(); const kept = []; for (;;) { const k = {}; kept.push(k); w.set(k, k); }',
  ),
  deciding('memory-closures', 'const kept = []; for (let i = 0; ; i += 1) kept.push(() => i);'),
  deciding('memory-objects', 'let o = null; for (;;) o = { o, a: 1, b: 2 };'),
  deciding('memory-properties', 'const o = {}; for (let i = 0; ; i += 1) o["p" + i] = i;'),
  deciding('memory-symbols', 'const kept = []; for (let i = 0; ; i += 1) kept.push(Symbol.for("s" + i));'),
  deciding('memory-big-integer', 'let n = 3n; for (;;) n *= n;'),
  deciding('memory-big-integer-shift', 'return "" + (1n << 1000000000n);'),
  deciding('memory-big-integer-power', 'return "" + 7n ** 100000000n;'),
  deciding('memory-json-stringify', 'const a = "x".repeat(1000); return JSON.stringify(new Array(100000).fill(a));'),
  deciding(
    'memory-json-indent',
    'let o = 1; for (let i = 0; i < 90; i += 1) o = [o, o, o]; return JSON.stringify(o, null, 10);',
  ),
  deciding('memory-replace-grows', 'let s = "aaaaaaaa"; for (;;) s = s.replaceAll("a", "aaaa");'),
  deciding(
    'memory-regexp-captures',
    'return "" + "a".repeat(100000).match(new RegExp("(a)".repeat(250) + "|.", "g")).length;',
  ),
  deciding('memory-promises', 'const kept = []; for (;;) kept.push(new Promise(() => {}).then(() => {}));'),
  deciding('memory-pending-jobs', 'for (;;) Promise.resolve().then(() => {});'),
  deciding(
    'memory-generators',
    'function* g() { yield new Array(100); } const kept = []; for (;;) { const i = g(); i.next(); kept.push(i); }',
  ),
  deciding(
    'memory-cycles-left-behind',
    'for (let i = 0; i < 100000; i += 1) { const a = {}; a.a = a; } return "collected";',
  ),
  deciding('memory-typed-array', 'return "" + new Uint8Array(2 ** 30).length;'),
  deciding(
    'memory-array-buffer-resizing',
    'const b = new ArrayBuffer(8, { maxByteLength: 2 ** 30 }); b.resize(2 ** 30); return "" + b.byteLength;',
  ),
  deciding('memory-arguments', 'const f = (...a) => a.length; return "" + f(...new Array(1e6));'),
  deciding('memory-apply-array-like', 'return "" + Math.max.apply(null, { length: 60000 });'),
  deciding('memory-from-char-code', 'return String.fromCharCode(...new Array(50000).fill(65)).repeat(10000);'),
  deciding('memory-split', 'return "" + "x".repeat(2000000).split("").length;'),
  deciding('memory-concat', 'let a = [1]; for (;;) a = a.concat(a);'),
  deciding('memory-spread', 'let a = [1]; for (;;) a = [...a, ...a];'),
  written(
    'memory-while-loading',
    'let kept = ["x"]; for (;;) kept.push(kept.join()); var contract = { decide: () => "" };',
  ),
  written(
    'memory-held-by-image',
    'const kept = "x".repeat(8000000).split("").length; var contract = { decide: () => "" + kept };',
  ),
];

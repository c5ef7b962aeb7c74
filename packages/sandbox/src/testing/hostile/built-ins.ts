import { deciding, type HostileContract } from './hostile-contract.ts';

const haystack = 'const s = "a".repeat(200000);';

/** Contracts that let one call of the language's own functions do the work: an interrupt handler sees none of it. */
export const builtIns: readonly HostileContract[] = [
  deciding('cost-index-of', `${haystack} for (let i = 0; i < 2000; i += 1) s.indexOf("a".repeat(1000) + "b");`),
  deciding(
    'cost-last-index-of',
    `${haystack} for (let i = 0; i < 2000; i += 1) s.lastIndexOf("b" + "a".repeat(1000));`,
  ),
  deciding('cost-includes', `${haystack} for (let i = 0; i < 2000; i += 1) s.includes("ab");`),
  deciding('cost-split', `${haystack} for (let i = 0; i < 2000; i += 1) s.split("b");`),
  deciding('cost-replace-all', `${haystack} for (let i = 0; i < 2000; i += 1) s.replaceAll("ab", "");`),
  deciding('cost-trim', 'const s = " ".repeat(200000) + "x"; for (let i = 0; i < 20000; i += 1) s.trimStart();'),
  deciding('cost-upper-case', `${haystack} for (let i = 0; i < 2000; i += 1) s.toUpperCase();`),
  deciding('cost-normalize', 'const s = "가".repeat(50000); for (let i = 0; i < 2000; i += 1) s.normalize("NFD");'),
  deciding(
    'cost-compare',
    `${haystack} const t = "a".repeat(200000); let n = 0; for (let i = 0; i < 20000; i += 1) n += s < t ? 1 : 0; return "" + n;`,
  ),
  deciding(
    'cost-equal',
    `${haystack} const t = "a".repeat(200000); let n = 0; for (let i = 0; i < 200000; i += 1) n += s === t ? 1 : 0; return "" + n;`,
  ),
  deciding('cost-repeat', 'for (let i = 0; i < 1000000; i += 1) "abc".repeat(100000);'),
  deciding('cost-substring', `${haystack} for (let i = 0; i < 1000000; i += 1) s.substring(1, 199999);`),
  deciding('cost-regexp-backtracking', 'return "" + /^(a+)+$/.test("a".repeat(40) + "b");'),
  deciding('cost-regexp-alternatives', 'return "" + /^(a|aa)+$/.test("a".repeat(60) + "b");'),
  deciding(
    'cost-regexp-lookahead',
    'return "" + /^(?=(a+))*b/.test("a".repeat(50000)) + /(?=.*b)a/.test("a".repeat(100000));',
  ),
  deciding('cost-regexp-back-reference', 'return "" + /^(a*)(a*)(a*)(a*)\\1\\2\\3\\4$/.test("a".repeat(200) + "b");'),
  deciding('cost-regexp-counted', 'return "" + new RegExp("(a{1,1000}){1,1000}b").test("a".repeat(5000));'),
  deciding('cost-regexp-compile', 'return "" + new RegExp("a{10000}".repeat(1000)).source.length;'),
  deciding('cost-regexp-unicode-classes', 'for (;;) new RegExp("[\\\\p{L}\\\\p{Script=Han}\\\\p{N}]", "iu");'),
  deciding('cost-array-fill', 'const a = new Array(100000); for (;;) a.fill(1);'),
  deciding('cost-array-join', 'const a = new Array(100000).fill("x"); for (;;) a.join("");'),
  deciding('cost-array-index-of', 'const a = new Array(100000).fill(1); for (;;) a.indexOf(2);'),
  deciding('cost-array-reverse', 'const a = new Array(100000).fill(1); for (;;) a.reverse();'),
  deciding(
    'cost-array-sort',
    'const a = Array.from({ length: 50000 }, (_, i) => (i * 7919) % 50000); for (;;) a.toSorted();',
  ),
  deciding(
    'cost-array-sort-strings',
    'const a = Array.from({ length: 3000 }, (_, i) => "x".repeat(1000) + i); for (;;) a.toSorted();',
  ),
  deciding('cost-array-splice', 'const a = new Array(100000).fill(1); for (;;) a.splice(0, 1, 1, 1).length;'),
  deciding('cost-array-shift', 'const a = new Array(200000).fill(1); for (;;) { a.unshift(a.shift()); }'),
  deciding('cost-array-copy-within', 'const a = new Array(100000).fill(1); for (;;) a.copyWithin(0, 1);'),
  deciding('cost-array-flat', 'const a = new Array(1000).fill(new Array(100).fill(1)); for (;;) a.flat();'),
  deciding('cost-array-concat', 'const a = new Array(100000).fill(1); for (;;) a.concat(a);'),
  deciding('cost-array-like-hole', 'return "" + Array.prototype.join.call({ length: 2 ** 31 });'),
  deciding('cost-json-parse', 'const t = JSON.stringify(new Array(50000).fill(1)); for (;;) JSON.parse(t);'),
  deciding('cost-json-stringify', 'const a = new Array(50000).fill("字"); for (;;) JSON.stringify(a);'),
  deciding('cost-json-parse-digits', 'const t = "1".repeat(300000); for (;;) JSON.parse(t);'),
  deciding('cost-number-parse', 'const t = "0." + "1".repeat(100000); for (;;) Number(t);'),
  deciding('cost-number-print', 'for (;;) (1.1e300).toString(2) + (1e-300).toFixed(100) + (5e-324).toPrecision(100);'),
  deciding('cost-big-integer-multiply', 'let n = 7n ** 20000n; for (;;) n * n;'),
  deciding('cost-big-integer-divide', 'const n = 7n ** 40000n; const d = 7n ** 20000n + 1n; for (;;) n / d;'),
  deciding('cost-big-integer-print', 'return "" + (7n ** 100000n).toString().length;'),
  deciding('cost-big-integer-parse', 'return "" + (BigInt("9".repeat(200000)) % 7n);'),
  deciding('cost-math', 'let x = 0; for (;;) x += Math.sin(1e300) + Math.pow(1.1, 1e5) + Math.hypot(1, 2, 3);'),
  deciding(
    'cost-map-rehash',
    'for (;;) { const m = new Map(); for (let i = 0; i < 10000; i += 1) m.set(i * 65536, i); }',
  ),
  deciding(
    'cost-map-colliding-keys',
    'const m = new Map(); for (let i = 0; ; i += 1) m.set(i * 2 ** 32 * 1.5, 0) && m.size > 60000 && m.clear();',
  ),
  deciding(
    'cost-object-keys',
    'const o = {}; for (let i = 0; i < 5000; i += 1) o["k" + i] = 1; for (;;) Object.keys(o);',
  ),
  deciding(
    'cost-object-delete',
    'const o = {}; for (let i = 0; i < 5000; i += 1) o["k" + i] = 1; for (;;) { delete o.k0; o.k0 = 1; }',
  ),
  deciding(
    'cost-object-spread',
    'const o = {}; for (let i = 0; i < 5000; i += 1) o["k" + i] = 1; for (;;) ({ ...o });',
  ),
  deciding('cost-group-by', 'const a = new Array(50000).fill("x"); for (;;) Object.groupBy(a, (x) => x);'),
  deciding('cost-uri', 'const s = "字".repeat(50000); for (;;) encodeURIComponent(s);'),
  deciding('cost-raw-template', 'for (;;) String.raw({ raw: new Array(100000).fill("x") });'),
  deciding(
    'cost-set-operations',
    'const s = new Set(Array.from({ length: 50000 }, (_, i) => i)); for (;;) s.union(s);',
  ),
  deciding('cost-function-source', `const f = () => "${'x'.repeat(50_000)}"; for (;;) ("" + f).length;`),
  deciding(
    'cost-rope',
    'let s = ""; for (;;) { s = s + "0123456789".repeat(100); s.charCodeAt(0); if (s.length > 1e6) s = ""; }',
  ),
];

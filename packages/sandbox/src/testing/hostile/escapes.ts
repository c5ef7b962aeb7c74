import { deciding, type HostileContract, written } from './hostile-contract.ts';

/** Contracts that look for a way out, or for something of the machine they run on. */
export const escapes: readonly HostileContract[] = [
  deciding('escape-constructor', 'return "" + (() => 1).constructor("return 1")();'),
  deciding('escape-constructor-of-constructor', 'return "" + this.constructor.constructor("return globalThis")();'),
  deciding('escape-generator-constructor', 'return "" + (function* () {}).constructor("yield 1")().next();'),
  deciding('escape-async-constructor', 'return "" + (async () => {}).constructor("return 1")();'),
  deciding('escape-eval', 'return "" + eval("1");'),
  deciding('escape-indirect-eval', 'return "" + (0, globalThis.eval)("1");'),
  deciding('escape-eval-named', 'const eval = (x) => "own " + x; return eval("1");'),
  deciding('escape-function', 'return "" + Function("return 1")();'),
  deciding('escape-function-by-prototype', 'return typeof Object.getPrototypeOf(() => {}).constructor("x");'),
  deciding('escape-import', 'import("node:fs").then((m) => m); return "asked";'),
  deciding(
    'escape-require',
    'return typeof require + typeof process + typeof module + typeof std + typeof os + typeof scriptArgs;',
  ),
  deciding(
    'escape-host-names',
    'return ["console", "print", "fetch", "setTimeout", "queueMicrotask", "performance", "crypto", "Intl", "WebAssembly", "navigator", "structuredClone", "TextEncoder"].filter((n) => n in globalThis).join();',
  ),
  deciding('escape-clock', 'return "" + Date.now();'),
  deciding('escape-clock-constructed', 'return "" + new Date();'),
  deciding('escape-random', 'return "" + Math.random();'),
  deciding('escape-weak-reference', 'return typeof WeakRef + typeof FinalizationRegistry;'),
  deciding(
    'escape-shared-memory',
    'return typeof SharedArrayBuffer + typeof Atomics + typeof ArrayBuffer + typeof DataView + typeof Float64Array;',
  ),
  deciding('escape-nan-bits', 'return "" + new Uint8Array(new Float64Array([0 / 0, -(0 / 0)]).buffer);'),
  deciding('escape-locale', 'return (1234.5).toLocaleString() + "ä".localeCompare("z") + "I".toLocaleLowerCase();'),
  deciding('escape-locale-of-array', 'return [1].toLocaleString();'),
  deciding('escape-caller', 'return "" + arguments.callee.caller;'),
  deciding('escape-caller-property', 'function f() { return f.caller; } return "" + f();'),
  deciding('escape-stack', 'try { null.x; } catch (e) { return e.stack; }'),
  deciding(
    'escape-stack-structured',
    'Error.prepareStackTrace = (e, frames) => frames; try { null.x; } catch (e) { return typeof e.stack; }',
  ),
  deciding('escape-stack-of-overflow', 'const f = () => f(); try { f(); } catch (e) { return e.stack; }'),
  deciding('escape-error-of-regexp', 'try { new RegExp("("); } catch (e) { return e.name + e.message; }'),
  deciding('escape-entry-by-this', 'return typeof this + typeof this?.decide;'),
  deciding(
    'escape-prototype-pollution',
    'Object.prototype.then = Object.prototype.toString = Object.prototype.length = () => { throw 1; }; return "still";',
  ),
  deciding(
    'escape-string-prototype',
    'Object.defineProperty(String.prototype, "length", { get: () => 1e9 }); Object.defineProperty(Object.prototype, "length", { get: () => 0 }); return "exact";',
  ),
  deciding(
    'escape-string-plus',
    'String.prototype[Symbol.toPrimitive] = Number.prototype[Symbol.toPrimitive] = String.prototype.valueOf = () => "forged"; return "exact";',
  ),
  deciding('escape-array-iterator', 'Array.prototype[Symbol.iterator] = function* () { yield 666; }; return "exact";'),
  deciding('escape-proto-assignment', '({}).__proto__.__proto__ = { x: 1 };'),
  deciding(
    'escape-global-prototype',
    'Object.setPrototypeOf(globalThis, new Proxy({}, { get: () => "forged" })); return "" + forged;',
  ),
  deciding(
    'escape-symbol-tricks',
    'return Object(Symbol("x")).description + [Symbol.species, Symbol.unscopables].map(String);',
  ),
  deciding('escape-with-unscopables', 'return "" + Array.prototype[Symbol.unscopables].flat;'),
  deciding('escape-reflect-construct', 'return "" + Reflect.construct(Object, [], (() => {}).constructor);'),
  deciding('escape-bound-this', 'return typeof (function () { return this; }).call(null);'),
  deciding(
    'escape-iterator-close',
    'const [x] = { [Symbol.iterator]: () => ({ next: () => ({ value: 1 }), return: () => { throw 1; } }) };',
  ),
  deciding('escape-proxy-revoked', 'const r = Proxy.revocable({}, {}); r.revoke(); return "" + r.proxy;'),
  deciding(
    'escape-detached-getter',
    'return "" + Object.getOwnPropertyDescriptor(Map.prototype, "size").get.call({});',
  ),
  deciding(
    'escape-map-in-iteration',
    'const m = new Map(Array.from({ length: 100 }, (_, i) => [i, i])); m.forEach((v, k) => { m.clear(); m.set(k + 1, {}); if (k > 5000) throw k; });',
  ),
  deciding(
    'escape-array-shrinks-in-sort',
    'const a = Array.from({ length: 1000 }, (_, i) => i); a.sort((x, y) => { a.length = 0; return y - x; }); return "" + a.length;',
  ),
  deciding(
    'escape-array-shrinks-in-join',
    'const a = [1, { toString: () => { a.length = 0; return "x"; } }, 3]; return a.join();',
  ),
  deciding('escape-array-grows-in-map', 'const a = [1, 2]; return "" + a.map((x) => { a.push(1); return x; });'),
  deciding(
    'escape-species-lies',
    'class A extends Array { static get [Symbol.species]() { return function () { return new Proxy([], { defineProperty: () => true }); }; } } return "" + new A(5).fill(1).splice(0, 3).length;',
  ),
  deciding(
    'escape-json-raw-proto',
    'const o = JSON.parse(\'{"__proto__": {"x": 1}}\'); return "" + ({}).x + Object.keys(o);',
  ),
  deciding(
    'escape-regexp-exec-replaced',
    'RegExp.prototype.exec = () => ({ index: -1e9, length: 1e9 }); return "abc".replace(/b/g, "x");',
  ),
  deciding('escape-regexp-named-groups', 'return "a".replace(/(?<__proto__>a)/, "$<__proto__>$\'$`$&$99");'),
  deciding('escape-generator-reentered', 'const g = (function* () { g.next(); yield 1; })(); g.next();'),
  deciding(
    'escape-class-null',
    'class A extends null { constructor() { return {}; } } return "" + (new A() instanceof A);',
  ),
  deciding(
    'escape-getter-on-entry',
    'Object.defineProperty(globalThis, "contract", { get() { for (;;); } }); return "late";',
  ),
  written('escape-strict-this', '"use strict"; var contract = { decide: function () { return typeof this; } };'),
  written('escape-global-redefined', 'globalThis = null; var contract = { decide: () => "" + globalThis };'),
  written('escape-world-frozen', 'Object.freeze(globalThis); var contract = { decide: () => "x" };'),
  written(
    'escape-decide-proxy',
    'var contract = { decide: new Proxy(() => "x", { apply: () => "proxied", get: () => { throw 1; } }) };',
  ),
  written('escape-contract-proxy', 'var contract = new Proxy({}, { get: () => () => "any name" });'),
];

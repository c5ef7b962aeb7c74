import { written } from './hostile/hostile-contract.ts';

/**
 * A contract that answers with every property that can be reached: from the global object, and from what syntax alone
 * gives (generators, iterators, async functions and so on); one a line, with what it is and may.
 */
export const listGlobals = written(
  'list-globals',
  `var contract = { decide() {
    const seen = new Map(), lines = [];
    const flags = (d) => (d.writable ? 'w' : '-') + (d.enumerable ? 'e' : '-') + (d.configurable ? 'c' : '-');
    const kind = (v) => (typeof v === 'object' && v !== null) || typeof v === 'function'
      ? seen.has(v) ? '= ' + seen.get(v) : typeof v : typeof v + ' ' + String(v);
    const walk = (owner, path) => {
      if (owner === null || (typeof owner !== 'object' && typeof owner !== 'function') || seen.has(owner)) return;
      seen.set(owner, path);
      const found = [];
      for (const key of Reflect.ownKeys(owner)) {
        if (owner === globalThis && key === 'contract') continue;
        const d = Reflect.getOwnPropertyDescriptor(owner, key);
        const name = path + '.' + String(key);
        const parts = 'value' in d ? [['', d.value]] : [['<get>', d.get], ['<set>', d.set]];
        for (const [suffix, value] of parts) {
          lines.push(name + suffix + ' ' + flags(d) + ' ' + kind(value));
          found.push([value, name + suffix]);
        }
      }
      found.push([Reflect.getPrototypeOf(owner), path + '.[[Prototype]]']);
      for (const [value, name] of found) walk(value, name);
    };
    walk(globalThis, 'globalThis');
    function* generator() {}
    async function* asyncGenerator() {}
    const syntax = {
      generator, asyncGenerator, started: generator(), asyncStarted: asyncGenerator(), asynchronous: async () => {},
      arrow: () => {}, method: { m() {} }.m, class: class {}, arguments: (function () { return arguments; })(),
      arrayIterator: [][Symbol.iterator](), mapIterator: new Map()[Symbol.iterator](), setIterator: new Set()[Symbol.iterator](),
      stringIterator: ''[Symbol.iterator](), regExpIterator: 'a'.matchAll(/a/g), helper: [].values().map((x) => x),
      wrapped: Iterator.from({ next: () => ({ done: true }) }), concatenated: Iterator.concat([]),
      match: 'a'.match(/(?<n>a)/d), regExp: /a/, error: new Error('e'), promise: (async () => {})(), raw: ((t) => t)\`a\`,
    };
    for (const [name, value] of Object.entries(syntax)) walk(value, name);
    return lines.join('\\n') + '\\n';
  } };`,
);

/**
 * The first text that runs in a new engine, before any contract. It takes away what could differ from one machine or
 * one day to the next, and what makes code out of text. Its value is a function that, called once the contract is
 * loaded, answers with the one function the host calls: text in; `<length>=<text>` out, or `!` with a word.
 *
 * The function rests on syntax alone, no property of anything a contract could have changed.
 *
 * What needs no taking away is never put in: dates, typed arrays with their shared memory and atomics, weak references
 * and finalisers (`quickJsIntrinsics`). Pending jobs are never run, so promises settle nothing.
 */
export const prelude = `(() => {
  'use strict';
  const world = globalThis;
  const locales = ['toLocaleString', 'localeCompare', 'toLocaleLowerCase', 'toLocaleUpperCase'];
  const gone = [
    [world, ['eval', 'Function', 'InternalError']],
    [Math, ['random']],
    [RegExp.prototype, ['compile']],
    [Function.prototype, ['constructor', 'caller', 'arguments', 'fileName', 'lineNumber', 'columnNumber']],
    [Object.getPrototypeOf(function* () {}), ['constructor']],
    [Object.getPrototypeOf(async () => {}), ['constructor']],
    [Object.getPrototypeOf(async function* () {}), ['constructor']],
    ...[Object, Array, Number, BigInt, String].map(({ prototype }) => [prototype, locales]),
  ];
  for (const [owner, names] of gone) {
    for (const name of names) if (!delete owner[name]) throw name;
  }
  return () => {
    const { decide } = world.contract;
    if (typeof decide !== 'function') throw 'decide';
    return (input) => {
      let output;
      try {
        output = decide(input);
      } catch {
        return '!threw';
      }
      return typeof output === 'string' ? output.length + '=' + output : '!not-text';
    };
  };
})()`;

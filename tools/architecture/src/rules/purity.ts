import { PURE_PARTS, partOf } from '../places.ts';
import type { Rule, SourceFile, Violation } from '../source-file.ts';

/** What the language itself offers and two machines may answer differently; the compiler's library setting covers the rest. */
const IMPURE: readonly string[] = [
  'Date',
  'Math.random',
  'Math.sin',
  'Math.cos',
  'Math.tan',
  'Math.exp',
  'Math.log',
  'Math.pow',
  'Intl',
  'WeakRef',
  'WeakMap',
  'WeakSet',
  'FinalizationRegistry',
];
const LOCALE = /^(localeCompare|toLocale[A-Za-z]*)$/;

/** A pure package gives the same bytes on any machine, time zone and Node version; `ledger` is synchronous as well. */
export const purity: Rule = (files) =>
  files
    .filter((file) => PURE_PARTS.includes(partOf(file.path)) && !file.isTest)
    .flatMap((file) => [...words(file), ...asyncs(file)]);

function words(file: SourceFile): Violation[] {
  return [...file.words]
    .filter(([word]) => IMPURE.includes(word) || LOCALE.test(word))
    .map(([word, line]) => ({ rule: 'purity', path: file.path, line, detail: `${word} in a pure package` }));
}

function asyncs(file: SourceFile): Violation[] {
  if (partOf(file.path) !== 'ledger') return [];
  return file.functions
    .filter((shape) => shape.isAsync)
    .map((shape) => ({ rule: 'purity', path: file.path, line: shape.line, detail: `async ${shape.name} in ledger` }));
}

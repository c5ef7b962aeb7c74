import type { RecordFinder } from '../state/record-finder.ts';
import type { StoredRule } from './rule.ts';

/** Rules of one list by the deeds they name. */
export interface RuleBook {
  readonly denying: (deed: string) => readonly StoredRule[];
  readonly allowing: (deed: string) => readonly StoredRule[];
}

const NONE: readonly StoredRule[] = [];
const EMPTY: RuleBook = { denying: () => NONE, allowing: () => NONE };
/** Books of lists met lately, by the hash of the list's text: what a book says is a function of its name. */
const known = new Map<string, RuleBook>();
const MAX_KNOWN = 1_024;

/**
 * The rules for an organisation's keys, or for everybody where `org` is empty. Reading a list costs its length, so that
 * a book is made once for each list there ever was and found by its hash afterwards.
 */
export function ruleBook(records: RecordFinder, org: string): RuleBook {
  const hash = org === '' ? records.find('access', '')?.rules : records.find('org', org)?.rules;
  if (hash === undefined) return EMPTY;
  const met = known.get(hash);
  if (met !== undefined) return met;
  const book = makeBook(records.find('rules', org)?.rules ?? NONE);
  if (known.size >= MAX_KNOWN) known.delete(known.keys().next().value ?? '');
  known.set(hash, book);
  return book;
}

function makeBook(rules: readonly StoredRule[]): RuleBook {
  const denying = index(rules.filter(({ effect }) => effect === 'deny'));
  const allowing = index(rules.filter(({ effect }) => effect === 'allow'));
  return { denying: (deed) => find(denying, deed), allowing: (deed) => find(allowing, deed) };
}

function index(rules: readonly StoredRule[]): Map<string, StoredRule[]> {
  const byDeed = new Map<string, StoredRule[]>();
  for (const rule of rules) {
    for (const deed of rule.deeds) byDeed.set(deed, [...(byDeed.get(deed) ?? []), rule]);
  }
  return byDeed;
}

function find(byDeed: ReadonlyMap<string, readonly StoredRule[]>, deed: string): readonly StoredRule[] {
  if (byDeed.size === 0) return NONE;
  const own = byDeed.get(deed);
  const family = byDeed.get(familyOf(deed));
  if (own === undefined || family === undefined) return own ?? family ?? NONE;
  return [...own, ...family];
}

export function familyOf(deed: string): string {
  return `${deed.slice(0, deed.indexOf('.'))}.*`;
}

import type { RecordFinder } from '../state/record-finder.ts';
import type { StoredRule } from './rule.ts';

/** Those rules of one list that may say something about a deed on what an organisation is in charge of. */
export interface RuleBook {
  readonly denying: (deed: string, organ: string | undefined) => readonly StoredRule[];
  readonly allowing: (deed: string, organ: string | undefined) => readonly StoredRule[];
}

const NONE: readonly StoredRule[] = [];
const EMPTY: RuleBook = { denying: () => NONE, allowing: () => NONE };
/** Books of lists met lately, by the hash of the list's text: what a book says is a function of its name. */
const known = new Map<string, RuleBook>();
const MAX_KNOWN = 1_024;
/** Questions a book remembers its answers to. */
const MAX_PAGES = 8_192;

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
  return {
    denying: pages(rules.filter(({ effect }) => effect === 'deny')),
    allowing: pages(rules.filter(({ effect }) => effect === 'allow')),
  };
}

/** An index by deed and organisation, made page by page as they are asked for. */
function pages(rules: readonly StoredRule[]): RuleBook['denying'] {
  if (rules.length === 0) return () => NONE;
  const made = new Map<string, readonly StoredRule[]>();
  return (deed, organ) => {
    const name = `${deed} ${organ ?? ''}`;
    const page = made.get(name);
    if (page !== undefined) return page;
    const family = familyOf(deed);
    const fitting = rules.filter(
      ({ deeds, organs }) =>
        (deeds.includes(deed) || deeds.includes(family)) &&
        (organs === undefined || (organ !== undefined && organs.includes(organ))),
    );
    if (made.size >= MAX_PAGES) made.clear();
    made.set(name, fitting);
    return fitting;
  };
}

export function familyOf(deed: string): string {
  return `${deed.slice(0, deed.indexOf('.'))}.*`;
}

import {
  type AccessRule,
  type Actor,
  accessNames,
  decide,
  type Resource,
  type RuleChange,
  type StateReader,
  withRule,
} from '@minglu/ledger';
import type { ApiContext } from '../api-context.ts';
import { inSlices } from './in-slices.ts';
import type { KeyInForce } from './keys-in-force.ts';

export interface Difference extends KeyInForce {
  readonly deeds: readonly string[];
}

export interface RuleComparison {
  readonly gains: readonly Difference[];
  readonly loses: readonly Difference[];
  /** Whoever holds a case or applies for something is touched too. */
  readonly holders: boolean;
  /** Not everything was asked: the numbers are the least there are. */
  readonly isPartial: boolean;
}

/** Decisions that one look may cost. */
const MOST = 200_000;
const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;
const CHINA_MINUTES = 480;

interface Look {
  readonly change: RuleChange;
  /** The rule that is to come, or the one that is to go. */
  readonly rule: AccessRule;
  readonly keys: readonly KeyInForce[];
  readonly places: readonly Resource[];
}

/**
 * Who could do something after a change that they could not before, and the other way round: asked of the chain's own
 * decision, key by key and place by place, in the circumstances the rule itself speaks of.
 */
export const compareRules = async (context: ApiContext, look: Look): Promise<RuleComparison> => {
  const before = { get: (key: string): string | undefined => context.node.read(key).value };
  const after = withRule(before, look.change, context.nowMs());
  const found = new Map<
    string,
    { readonly key: KeyInForce; readonly gains: Set<string>; readonly loses: Set<string> }
  >();
  const all = questions(look);
  let asked = 0;
  await inSlices(all, ({ key, deed, place }) => {
    asked += 1;
    if (asked > MOST) return;
    const actor = actorFor(look.rule, key.kid, context.nowMs());
    const resource = { ...place, ...gradeOf(look.rule) };
    const was = decide(before, actor, deed, resource).allow;
    if (was === decide(after, actor, deed, resource).allow) return;
    const entry = found.get(key.kid) ?? { key, gains: new Set(), loses: new Set() };
    (was ? entry.loses : entry.gains).add(deed);
    found.set(key.kid, entry);
  });
  const list = (which: 'gains' | 'loses') =>
    [...found.values()].flatMap(({ key, [which]: deeds }) => (deeds.size === 0 ? [] : [{ ...key, deeds: [...deeds] }]));
  const holders = touchesHolders({ before, after }, look, context.nowMs());
  return { gains: list('gains'), loses: list('loses'), holders, isPartial: asked > MOST };
};

function* questions({ rule, keys, places }: Look) {
  const deeds = accessNames.filter((name) => isAmong(rule, name));
  const fitting = rule.organs === undefined ? places : places.filter(({ org }) => rule.organs?.includes(org ?? ''));
  for (const key of keys) for (const deed of deeds) for (const place of fitting) yield { key, deed, place };
}

const isAmong = ({ deeds }: AccessRule, name: string): boolean =>
  deeds.includes(name) || deeds.includes(`${name.split('.')[0]}.*`);

/** Somebody for whom everything the rule says of time, purpose and sign-in holds. */
const actorFor = ({ from, hours, purposes, assurance }: AccessRule, kid: string, nowMs: number): Actor => {
  const begins = Math.max(nowMs, from ?? nowMs);
  const minute = (Math.floor(begins / MINUTE_MS) + CHINA_MINUTES) % DAY_MINUTES;
  const isWithin = hours === undefined || (minute >= hours.least && minute <= hours.most);
  const wait = isWithin ? 0 : (hours.least - minute + DAY_MINUTES) % DAY_MINUTES;
  const [purpose] = purposes ?? [];
  return {
    kid,
    caseKey: false,
    atMs: begins + wait * MINUTE_MS,
    assurance: (assurance?.most ?? 3) as 1 | 2 | 3,
    ...(purpose === undefined ? {} : { purpose }),
  };
};

const gradeOf = ({ grades }: AccessRule): Pick<Resource, 'grade'> =>
  grades === undefined ? {} : { grade: grades.most as 1 | 2 | 3 | 4 };

interface States {
  readonly before: Pick<StateReader, 'get'>;
  readonly after: Pick<StateReader, 'get'>;
}

/** A case key stands in no register: one stands for all of them. */
const touchesHolders = ({ before, after }: States, { rule, places }: Look, nowMs: number): boolean => {
  const anybody = 'A'.repeat(43);
  const level = Math.min(rule.assurance?.most ?? 1, 1) as 1;
  const actor = { ...actorFor(rule, anybody, nowMs), caseKey: true, assurance: level };
  return accessNames.some(
    (deed) =>
      isAmong(rule, deed) &&
      places.some((place) => {
        const own = { ...place, ...gradeOf(rule), holder: anybody };
        return decide(before, actor, deed, own).allow !== decide(after, actor, deed, own).allow;
      }),
  );
};

import { CHINA_OFFSET_MS, DAY_MS } from '../calendar/civil-date.ts';
import type { RecordFinder } from '../state/record-finder.ts';
import type { Actor, Resource } from './access.ts';
import type { AccessRule, Range } from './rule.ts';

const MINUTE_MS = 60_000;
/** Organisations stand in a tree; whatever somebody registered, a question has an end. */
const MAX_DEPTH = 8;

export interface Circumstances {
  readonly actor: Actor;
  readonly resource: Resource;
  readonly records: RecordFinder;
  /** Whether the actor holds a role in the own organisation. */
  readonly holds: (role: string) => boolean;
  /** Keys that the actor's replaced. */
  readonly former?: readonly string[];
}

/** Whether everything a rule says holds, but for the deeds and organs it is about, by which it was found. Cheap conditions first. */
export function ruleHolds(rule: AccessRule, { actor, resource, records, holds, former }: Circumstances): boolean {
  return (
    isInForce(rule, actor.atMs) &&
    (isAmong(rule.keys, actor.kid) || former?.some((kid) => isAmong(rule.keys, kid)) === true) &&
    isAmong(rule.services, resource.service) &&
    isAmong(rule.purposes, actor.purpose) &&
    isInside(rule.regions, resource.region) &&
    isWithin(rule.grades, resource.grade) &&
    isWithin(rule.assurance, actor.assurance ?? (actor.caseKey ? 1 : 3)) &&
    isWithin(rule.hours, minuteInChina(actor.atMs)) &&
    (rule.below === undefined || isBelow(records, resource.org, rule.below)) &&
    (rule.roles === undefined || rule.roles.some(holds))
  );
}

function isInForce({ from, until }: AccessRule, atMs: number): boolean {
  return (from === undefined || atMs >= from) && (until === undefined || atMs < until);
}

function isAmong(list: readonly string[] | undefined, value: string | undefined): boolean {
  return list === undefined || (value !== undefined && list.includes(value));
}

/** Whole pairs of digits from the left: area 3 holds nothing of area 30, and 9901 nothing of 9910. */
function isInside(divisions: readonly string[] | undefined, region: string | undefined): boolean {
  return divisions === undefined || (region !== undefined && divisions.some((division) => region.startsWith(division)));
}

function isWithin(range: Range | undefined, value: number | undefined): boolean {
  return range === undefined || (value !== undefined && value >= range.least && value <= range.most);
}

function minuteInChina(atMs: number): number {
  return Math.floor(((atMs + CHINA_OFFSET_MS) % DAY_MS) / MINUTE_MS);
}

/** Whether `org` is `top` or stands below it. */
function isBelow(records: RecordFinder, org: string | undefined, top: string): boolean {
  let at = org;
  for (let depth = 0; at !== undefined && depth < MAX_DEPTH; depth += 1) {
    if (at === top) return true;
    at = records.find('org', at)?.parent;
  }
  return false;
}

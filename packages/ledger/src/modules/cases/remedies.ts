import type { JsonObject } from '@minglu/protocol';
import type { RecordFinder } from '../../state/record-finder.ts';
import type { CaseRecord } from '../../state/records.ts';

/** 行政复议法 20: 自知道或者应当知道该行政行为之日起六十日内. */
const RECONSIDERATION_DAYS = 60;
/** 行政诉讼法 46: 自知道或者应当知道作出行政行为之日起六个月内. */
const LAWSUIT_MONTHS = 6;

/** What a refused applicant can do, where, and for how long; to be told with the refusal (行政复议法 20, third paragraph). */
export function remediesAgainst(records: RecordFinder, { service, organ }: CaseRecord): JsonObject {
  const named = records.find('service', service)?.procedure?.reconsideration;
  const hears = named ?? records.find('org', organ)?.parent;
  const of = hears === undefined ? {} : { organ: hears };
  return { reconsideration: { ...of, days: RECONSIDERATION_DAYS }, lawsuit: { months: LAWSUIT_MONTHS } };
}

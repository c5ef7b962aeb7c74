import type { DatabaseSync } from 'node:sqlite';
import type { JsonObject } from '@minglu/protocol';
import type { ProjectionRecord } from '../projection-record.ts';
import { textOf } from './event-facts.ts';

export interface Application {
  readonly service: string;
  readonly tradeName: string;
  readonly region: string;
}

/** What was applied for in the case of an event: in the record itself when that is the submission, else in the cases' rows. */
export const applicationFinder = (database: DatabaseSync) => {
  const find = database.prepare('select service, trade_name as tradeName, region from cases where id = ?');
  return ({ deed, body }: ProjectionRecord, facts: JsonObject): Application | undefined =>
    deed === 'cases.submit'
      ? { service: textOf(body, 'service'), tradeName: textOf(body, 'tradeName'), region: textOf(body, 'region') }
      : (find.get(textOf(facts, 'case')) as unknown as Application | undefined);
};

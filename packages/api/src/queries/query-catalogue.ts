import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';
import { countByRegion } from './count-by-region.ts';
import { listAccessEvents } from './list-access-events.ts';
import { listAnchorsOf } from './list-anchors-of.ts';
import { listAnnulments } from './list-annulments.ts';
import { listAuditMatters } from './list-audit-matters.ts';
import { listCaseEvents } from './list-case-events.ts';
import { listClosings } from './list-closings.ts';
import { listDecidedCases } from './list-decided-cases.ts';
import { countDesks, listDeskCases, listDeskPlaces, listDeskRegions } from './list-desk-cases.ts';
import { listKeys } from './list-keys.ts';
import { listLicenceNumbers } from './list-licence-numbers.ts';
import { listMandateEvents } from './list-mandate-events.ts';
import { listOrganisations } from './list-organisations.ts';
import { listRoleEvents } from './list-role-events.ts';
import { listServices } from './list-services.ts';
import { searchLicences } from './search-licences.ts';

/** Every question the read model answers. They run in the worker, so no scan can hold up the ledger's own loop. */
export const queryCatalogue = {
  countByRegion,
  countDesks,
  listAnchorsOf,
  listAccessEvents,
  listAnnulments,
  listAuditMatters,
  listCaseEvents,
  listDecidedCases,
  listLicenceNumbers,
  listMandateEvents,
  listOrganisations,
  listClosings,
  listDeskCases,
  listDeskPlaces,
  listDeskRegions,
  listKeys,
  listRoleEvents,
  listServices,
  searchLicences,
} as const;

export type QueryName = keyof typeof queryCatalogue;
export type QueryInput<Name extends QueryName> = Parameters<(typeof queryCatalogue)[Name]>[1];
export type QueryAnswer<Name extends QueryName> = Awaited<ReturnType<(typeof queryCatalogue)[Name]>>;

export const runQuery = (database: Kysely<Database>, name: QueryName, input: unknown): Promise<unknown> =>
  (queryCatalogue[name] as (database: Kysely<Database>, input: unknown) => Promise<unknown>)(database, input);

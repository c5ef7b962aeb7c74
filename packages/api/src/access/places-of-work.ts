import type { Resource, ServiceRecord } from '@minglu/ledger';
import { PLATFORM } from '@minglu/ledger';
import type { ApiContext } from '../api-context.ts';
import { readRecord } from '../queries/read-record.ts';

/** What there is to ask about: each organisation as such, and each service at each office that decides on it. */
export const placesOfWork = async (context: ApiContext): Promise<readonly Resource[]> => {
  const organisations = await context.readModel.query('listOrganisations', {});
  const services = await context.readModel.query('listServices', {});
  const bare = [...new Set([PLATFORM, ...organisations])].map((org) => ({ org }));
  return [...bare, ...services.flatMap((service) => officesOf(context, service))];
};

const officesOf = (context: ApiContext, service: string): readonly Resource[] => {
  const record = readRecord(context.node, `service/${service}`) as ServiceRecord | undefined;
  if (record === undefined) return [];
  const offices = record.offices ?? [];
  if (offices.length === 0) return [{ org: record.organ, service }];
  return offices.map(({ organ, region }) => ({ org: organ, service, region }));
};

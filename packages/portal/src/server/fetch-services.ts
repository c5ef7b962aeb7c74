import type { JsonObject } from '@minglu/protocol';
import { api } from './api.ts';
import { fetchGuide } from './fetch-guide.ts';
import type { Service, ServiceGuide } from './service.ts';

/** The services on the chain, each with the guide that its folder publishes beside the pages. */
export async function fetchServices(): Promise<readonly Service[]> {
  const [{ services }, { organisations }] = await Promise.all([
    api.get('/api/services', {}),
    api.get('/api/organisations', {}),
  ]);
  return Promise.all(
    services.map(async ({ id, service }) => {
      const organ = organisations.find((one) => one.id === service.organ)?.organisation;
      return {
        ...(await fetchGuide<ServiceGuide>(id)),
        id,
        version: Number(service.version),
        organ: String(service.organ),
        organName: String(organ?.name ?? service.organ),
        sealingKey: organ?.sealingKey as JsonObject | undefined,
        promiseMs: Number(service.promiseMs),
        attesters: service.attesters as readonly string[],
      };
    }),
  );
}

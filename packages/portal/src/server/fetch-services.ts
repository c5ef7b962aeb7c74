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
      const organOf = (of: unknown) => {
        const organ = organisations.find((one) => one.id === of)?.organisation;
        const sealingKey = organ?.sealingKey as JsonObject | undefined;
        return { organ: String(of), organName: String(organ?.name ?? of), sealingKey };
      };
      const offices = (service.offices ?? []) as readonly { readonly region: string; readonly organ: string }[];
      return {
        ...(await fetchGuide<ServiceGuide>(id)),
        id,
        version: Number(service.version),
        hasProcedure: service.procedure !== undefined,
        isRegistration: (service.procedure as { readonly kind?: string } | undefined)?.kind === 'registration',
        kind: String((service.licence as { readonly kind?: string } | undefined)?.kind ?? id),
        ...organOf(service.organ),
        offices: offices.map(({ region, organ }) => ({ region, ...organOf(organ) })),
        promiseMs: Number(service.promiseMs),
        attesters: service.attesters as readonly string[],
        matterAttesters: (service.matters as { readonly attesters: readonly string[] } | undefined)?.attesters,
      };
    }),
  );
}

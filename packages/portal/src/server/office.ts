import type { Office, Service } from './service.ts';

/** The service as the office of `region` gives it; undefined where it has offices and none there. */
export function findServiceIn(service: Service, region: string): Service | undefined {
  if (service.offices.length === 0) return service;
  return withOffice(service, (office) => office.region === region);
}

/** The service as `organ` gives it: whoever decided before the offices were told anew keeps its own name. */
export function serviceOf(service: Service | undefined, organ: string): Service | undefined {
  if (service === undefined) return undefined;
  return withOffice(service, (office) => office.organ === organ) ?? service;
}

function withOffice(service: Service, fits: (office: Office) => boolean): Service | undefined {
  const office = service.offices.find(fits);
  if (office === undefined) return undefined;
  const { organ, organName, sealingKey } = office;
  return { ...service, organ, organName, sealingKey };
}

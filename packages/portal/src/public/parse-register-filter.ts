/** What of the public register is asked for; it stands in the page's address, so that a list can be sent on and come back to. */
export interface RegisterFilter {
  readonly q?: string;
  readonly region?: string;
  readonly month?: string;
  /** Kind of licence; a service issues one. */
  readonly kind?: string;
}

const LONGEST_NAME = 80;

/** An address is typed by anybody: what is no filter is left out. */
export function parseRegisterFilter(asked: URLSearchParams): RegisterFilter {
  const q = (asked.get('q') ?? '').trim().slice(0, LONGEST_NAME);
  const region = asked.get('region') ?? '';
  const month = asked.get('month') ?? '';
  const kind = asked.get('kind') ?? '';
  return {
    ...(q === '' ? {} : { q }),
    ...(/^\d{2,6}$/.test(region) ? { region } : {}),
    ...(/^[a-z][a-z0-9-]{0,63}$/.test(kind) ? { kind } : {}),
    ...(/^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? { month } : {}),
  };
}

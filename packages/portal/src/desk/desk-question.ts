export const deskViews = ['mine', 'open', 'reviews', 'decided', 'closings'] as const;
export type DeskView = (typeof deskViews)[number];

export const lamps = ['red', 'yellow', 'green', 'none'] as const;
export type Lamp = (typeof lamps)[number];

/** What a desk shows; it stands in the address, so that going back shows the same. */
export interface DeskQuestion {
  readonly view: DeskView;
  /** Another organ's desk, where a rule or a request opened it. */
  readonly organ?: string;
  readonly lamp?: Lamp;
  readonly region?: string;
  readonly text?: string;
  readonly offset: number;
}

export const PAGE_SIZE = 50;

/** Whatever an address says, this is a question; what cannot be one is left out. */
export function readQuestion(params: URLSearchParams): DeskQuestion {
  const view = deskViews.find((one) => one === params.get('view')) ?? 'open';
  const lamp = lamps.find((one) => one === params.get('lamp'));
  const organ = params.get('organ') ?? '';
  const region = params.get('region') ?? '';
  const text = params.get('text')?.trim().slice(0, 60) ?? '';
  const offset = Number(params.get('offset'));
  return {
    view,
    ...(/^[a-z][a-z0-9-]{1,62}$/.test(organ) ? { organ } : {}),
    ...(lamp === undefined ? {} : { lamp }),
    ...(/^\d{6}$/.test(region) ? { region } : {}),
    ...(text === '' ? {} : { text }),
    offset: Number.isSafeInteger(offset) && offset > 0 ? offset - (offset % PAGE_SIZE) : 0,
  };
}

export function writeQuestion(question: DeskQuestion): URLSearchParams {
  const params = new URLSearchParams({ view: question.view });
  for (const name of ['organ', 'lamp', 'region', 'text'] as const) {
    const value = question[name];
    if (value !== undefined && value !== '') params.set(name, value);
  }
  if (question.offset > 0) params.set('offset', String(question.offset));
  return params;
}

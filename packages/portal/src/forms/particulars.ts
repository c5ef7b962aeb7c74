/** 组成形式 and who takes part; names of a family's members leave the browser sealed to the organ only. */
export interface Composition {
  readonly form: 'personal' | 'family';
  readonly members: readonly string[];
}

/** 经营场所: an address, or a platform's network premises. It stands on the licence. */
export interface Place {
  readonly kind: 'address' | 'platform';
  readonly text: string;
}

/** 批准文件 for one activity; `until` is empty where it states no term. */
export interface Approval {
  readonly item: string;
  readonly number: string;
  readonly date: string;
  readonly until: string;
}

/** What an individual business registers or files beside its name, activities and region. */
export interface Particulars {
  /** Uses no name (实施细则 6). */
  readonly nameless?: boolean;
  readonly composition?: Composition;
  readonly place?: Place;
  /** 经营者住所 (条例 8; 实施细则 6): registered, on no licence, and sealed to the organ. */
  readonly residence?: string;
  readonly approvals?: readonly Approval[];
}

export const particularLimits = { place: 120, residence: 120, member: 40, members: 10 } as const;

/** Whatever stands in storage; what is no particular is left out. */
export function parseParticulars(raw: Readonly<Record<string, unknown>>): Particulars {
  const { nameless, composition, place, residence, approvals } = raw;
  return {
    ...(nameless === true ? { nameless } : {}),
    ...(isComposition(composition) ? { composition } : {}),
    ...(isPlace(place) ? { place } : {}),
    ...(isText(residence) ? { residence } : {}),
    ...(Array.isArray(approvals) ? { approvals: approvals.filter(isApproval) } : {}),
  };
}

/** The public ones, under the names that the service registered. */
export function publicFields({ composition, place }: Particulars): Readonly<Record<string, string>> {
  return {
    ...(composition === undefined ? {} : { composition: composition.form }),
    ...(place === undefined ? {} : { 'premises-kind': place.kind, premises: place.text.trim() }),
  };
}

/** One name a line, as the form has them. */
export function membersIn(text: string): readonly string[] {
  return text
    .split(/[\n、，,]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function isComposition(value: unknown): value is Composition {
  const { form, members } = (value ?? {}) as Record<string, unknown>;
  return (form === 'personal' || form === 'family') && Array.isArray(members) && members.every(isText);
}

function isPlace(value: unknown): value is Place {
  const { kind, text } = (value ?? {}) as Record<string, unknown>;
  return (kind === 'address' || kind === 'platform') && isText(text);
}

function isApproval(value: unknown): value is Approval {
  const { item, number, date, until } = (value ?? {}) as Record<string, unknown>;
  return [item, number, date, until].every(isText);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

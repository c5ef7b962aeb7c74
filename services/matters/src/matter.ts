import type { Words } from '@minglu/service-kit';
import type { MatterId } from './matter-id.ts';
import type { OrganId } from './organs.ts';

/** The procedure profile of a matter: which law's states and clocks it goes by. */
export type MatterKind =
  | 'market-registration'
  | 'permit'
  | 'property-registration'
  | 'police-document'
  | 'benefit'
  | 'housing-fund'
  | 'medical-document'
  | 'confirmation'
  | 'information'
  | 'public-service';

export type Audience = 'person' | 'business' | 'both';

export type Theme =
  | 'business'
  | 'family'
  | 'identity'
  | 'housing'
  | 'insurance'
  | 'care'
  | 'education'
  | 'vehicles'
  | 'public';

/** What a list of results shows, and the words a matter is found by. The guide itself is loaded when it is opened. */
export interface Matter {
  readonly id: MatterId;
  /** Official name, and what it is in English. */
  readonly name: Words;
  readonly summary: Words;
  readonly theme: Theme;
  readonly kind: MatterKind;
  readonly audience: Audience;
  readonly organ: OrganId;
  /** What people call the matter or the thing they get: each alone is enough to mean it. */
  readonly aliases: readonly string[];
  /** What people talk about when they mean it; enough only together, or when little else is said. */
  readonly hints: readonly string[];
  readonly english: readonly string[];
  /** Whether it can be applied for here. */
  readonly canApply: boolean;
}

interface MatterRow {
  readonly id: MatterId;
  readonly zh: string;
  readonly en: string;
  readonly about: string;
  readonly aboutEn: string;
  readonly of: readonly [MatterKind, Audience, OrganId];
  /** Parted by spaces. */
  readonly aliases: string;
  readonly hints: string;
  /** Parted by commas. */
  readonly english: string;
  readonly canApply?: true;
}

export function mattersOf(theme: Theme, rows: readonly MatterRow[]): Matter[] {
  return rows.map((row) => ({
    id: row.id,
    name: { 'zh-CN': row.zh, en: row.en },
    summary: { 'zh-CN': row.about, en: row.aboutEn },
    theme,
    kind: row.of[0],
    audience: row.of[1],
    organ: row.of[2],
    aliases: row.aliases.split(' '),
    hints: row.hints === '' ? [] : row.hints.split(' '),
    english: row.english.split(', '),
    canApply: row.canApply === true,
  }));
}

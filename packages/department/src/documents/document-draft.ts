import type { CaseEvent } from '../follow/case-event.ts';
import type { ContentPart, ContentRow } from './document-content.ts';
import type { DocumentSettings, ServiceTexts } from './document-settings.ts';
import { nameOfScope } from './name-of-scope.ts';

/** Words that were sealed to the organ, opened; whatever is erased or does not open is not there. */
export interface OpenedWords {
  /** 经营者姓名, from the application. */
  readonly operator?: string;
  /** What the person who decided wrote. */
  readonly reason?: string;
}

/** What a row of the table works with. */
export interface DraftContext {
  readonly event: CaseEvent;
  readonly settings: DocumentSettings;
  readonly service: ServiceTexts;
  readonly organ: string;
  readonly words: OpenedWords;
}

export interface DocumentDraft {
  readonly title: string;
  readonly parts: readonly ContentPart[];
  readonly attachment?: { readonly title: string; readonly rows: readonly ContentRow[] };
}

/** One legal step and its 文书. */
export interface DocumentRow {
  /** Name of the event. */
  readonly event: string;
  /** Short and lasting: names the document in lists. */
  readonly kind: string;
  /** Where the event's name alone does not decide. */
  when?(event: CaseEvent): boolean;
  draft(context: DraftContext): DocumentDraft;
}

export function text(...lines: string[]): ContentPart {
  return { kind: 'text', text: lines.join('') };
}

export function tradeNameOf({ event }: DraftContext): string {
  return String(event.case.body.tradeName ?? '');
}

/** “清风茶馆”个体工商户设立登记申请, in running text. */
export function matterOf(context: DraftContext): string {
  const { matter } = context.event.case;
  const asked =
    matter?.kind === 'change' ? '变更登记' : matter?.kind === 'closing' ? '注销登记' : context.service.title;
  // An individual business may go without a name (实施细则 6, seventh item).
  const name = tradeNameOf(context);
  return `${name === '' ? '' : `“${name}”`}${asked}申请`;
}

export function scopeNames({ event, service }: DraftContext): string {
  const { scope } = event.case.body;
  return (Array.isArray(scope) ? scope : []).map((code) => nameOfScope(service, String(code))).join('；');
}

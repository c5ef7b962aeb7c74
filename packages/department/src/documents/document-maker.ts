import type { CaseEvent, CaseListener } from '../follow/case-event.ts';
import type { CasePapers } from '../papers/case-papers.ts';
import { chineseYear } from './chinese-date.ts';
import type { DocumentContent } from './document-content.ts';
import type { DocumentRow, DraftContext, OpenedWords } from './document-draft.ts';
import type { DocumentForm } from './document-form.ts';
import type { DocumentRegister } from './document-register.ts';
import type { DocumentSettings } from './document-settings.ts';
import { findDocumentRow } from './document-table.ts';

export interface DocumentMakerOptions {
  readonly organ: string;
  readonly settings: DocumentSettings;
  readonly form: DocumentForm;
  readonly register: DocumentRegister;
  readonly papers: Pick<CasePapers, 'wordsOf'>;
}

/** Makes the 文书 of each legal step, once: what the register has is not made again. */
export class DocumentMaker implements CaseListener {
  readonly name = 'documents';
  readonly #options: DocumentMakerOptions;

  constructor(options: DocumentMakerOptions) {
    this.#options = options;
  }

  async onCaseEvent(event: CaseEvent): Promise<void> {
    const { organ, settings, form, register } = this.#options;
    const row = findDocumentRow(event);
    const service = settings.services.find((one) => one.id === event.case.service);
    if (row === undefined || service === undefined || register.has(event.key)) return;
    const context = { event, settings, service, organ, words: await this.#open(event) };
    const year = chineseYear(event.time);
    const serial = register.nextSerial(year);
    const number = `${settings.mark}登字〔${year}〕第${serial}号`;
    const content = contentOf(row, context, number);
    const bytes = await form.make(content);
    const { key, time } = event;
    const listed = {
      key,
      kind: row.kind,
      title: content.title,
      number,
      case: event.case.id,
      time,
      mediaType: form.mediaType,
    };
    await register.keep(listed, { year, serial }, { bytes, extension: form.extension });
  }

  async #open(event: CaseEvent): Promise<OpenedWords> {
    const { papers } = this.#options;
    const { operator } = await papers.wordsOf(event.case.id, event.case);
    const byPerson = event.cause !== undefined && event.cause.id !== event.case.id;
    const { reason } = byPerson ? await papers.wordsOf(event.case.id, event.cause) : {};
    return { ...(operator === undefined ? {} : { operator }), ...(reason === undefined ? {} : { reason }) };
  }
}

function contentOf(row: DocumentRow, context: DraftContext, number: string): DocumentContent {
  const { event, organ, settings, words } = context;
  const { licence, entry, time } = event;
  const path = licence === undefined ? `/cases/${event.case.id}` : `/verify/${licence}`;
  const addressee = words.operator ?? '申请人';
  const link = `${settings.portalUrl}${path}`;
  return { ...row.draft(context), number, organ, addressee, time, link, caseId: event.case.id, entry };
}

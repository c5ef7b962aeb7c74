/** A row of facts, as 名称 · 清风茶馆. */
export interface ContentRow {
  readonly label: string;
  readonly value: string;
}

/** A part of a document's body, in reading order. */
export type ContentPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'rows'; readonly rows: readonly ContentRow[] }
  | { readonly kind: 'list'; readonly items: readonly string[] };

/** One 文书 as words, before any form: what a PDF shows today, an OFD file shows the same tomorrow. */
export interface DocumentContent {
  /** As 准予登记通知书. */
  readonly title: string;
  /** 文号. */
  readonly number: string;
  /** The organ that signs, by its full name. */
  readonly organ: string;
  /** Whom it is for, without the colon. */
  readonly addressee: string;
  readonly parts: readonly ContentPart[];
  /** A second page, framed, as the copy of a licence. */
  readonly attachment?: { readonly title: string; readonly rows: readonly ContentRow[] };
  /** Milliseconds; the day it bears is that of Asia/Shanghai. */
  readonly time: number;
  /** What the QR code leads to. */
  readonly link: string;
  readonly caseId: string;
  /** Of the log, that the document rests on. */
  readonly entry: number;
}

/** A row of facts, as 名称 · 清风茶馆. */
export interface WordsRow {
  readonly label: string;
  readonly value: string;
}

/** A part of a document's body, in reading order. */
export type WordsPart =
  | { readonly kind: 'text' | 'heading'; readonly text: string }
  | { readonly kind: 'rows'; readonly rows: readonly WordsRow[] }
  | { readonly kind: 'list'; readonly items: readonly string[] };

/** What a 文书 says, as its department put it into the sealed file beside the drawn pages. */
export interface DocumentWords {
  readonly title: string;
  /** 文号. */
  readonly number: string;
  readonly organ: string;
  readonly addressee: string;
  readonly parts: readonly WordsPart[];
  readonly attachment: { readonly title: string; readonly rows: readonly WordsRow[] } | undefined;
  readonly time: number;
}

/** The words in the text of `document.json`; nothing where it is not of this form. */
export function parseDocumentWords(text: string): DocumentWords | undefined {
  try {
    const { v, type, title, number, organ, addressee, parts, attachment, time } = JSON.parse(text);
    const isText = [title, number, organ, addressee].every((one) => typeof one === 'string');
    if (v !== 0 || type !== 'minglu-document' || !isText || !Number.isSafeInteger(time)) return undefined;
    if (!Array.isArray(parts) || !parts.every(isPart)) return undefined;
    const framed = attachment === undefined ? undefined : attachment;
    const isFramed = framed === undefined || (typeof framed?.title === 'string' && areRows(framed.rows));
    return isFramed ? { title, number, organ, addressee, parts, attachment: framed, time } : undefined;
  } catch {
    return undefined;
  }
}

function isPart(part: { kind?: unknown; text?: unknown; rows?: unknown; items?: unknown } | null): boolean {
  if (part?.kind === 'text' || part?.kind === 'heading') return typeof part.text === 'string';
  if (part?.kind === 'rows') return areRows(part.rows);
  return part?.kind === 'list' && Array.isArray(part.items) && part.items.every((item) => typeof item === 'string');
}

function areRows(rows: unknown): boolean {
  const isRow = (row: WordsRow | null) => typeof row?.label === 'string' && typeof row.value === 'string';
  return Array.isArray(rows) && rows.every(isRow);
}

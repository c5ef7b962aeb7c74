import type { Say } from '../language/say.ts';
import type { CopiedCase, CopiedFile, OwnCopy } from './copy.ts';

/** What the page needs to speak: words, and how times and codes read. */
export interface CopyReader {
  readonly t: Say;
  readonly language: string;
  time(atMs: number): string;
  /** Who, what and what for of a line of the footprint. */
  trace(trace: OwnCopy['footprint'][number]): { who: string; what: string; why: string | undefined };
}

/**
 * The copy as one page that opens anywhere, with its files inside and no script. Everything in it was typed by somebody:
 * nothing goes in but through `escaped`.
 */
export function writeCopyPage(copy: OwnCopy, reader: CopyReader): string {
  const { t, language } = reader;
  const cases = copy.cases.map((one) => caseSection(one, reader)).join('');
  const traces = copy.footprint.map((trace) => {
    const { who, what, why } = reader.trace(trace);
    return [reader.time(trace.at), who, what, why ?? '', trace.case ?? ''];
  });
  const title = escaped(t('ownData.copyTitle'));
  return `<!doctype html><html lang="${escaped(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${STYLE}</style></head><body><h1>${title}</h1><p>${escaped(
    t('ownData.copyLead', { time: reader.time(copy.madeAt), chain: copy.chain }),
  )}</p>${missing(copy.missing, reader)}${cases}<h2>${escaped(t('footprint.title'))}</h2>${table(
    ['time', 'who', 'what', 'why', 'case'].map((one) => t(`ownData.columns.${one}`)),
    traces,
  )}</body></html>`;
}

const STYLE =
  'body{font:16px/1.6 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}td,th{border:1px solid #999;padding:.3rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}dt{font-weight:700}pre{white-space:pre-wrap;overflow-wrap:anywhere}';

function caseSection(one: CopiedCase, reader: CopyReader): string {
  const { t, time } = reader;
  const heading = escaped(t('ownData.caseOf', { name: one.name ?? t('registering.name.none'), organ: one.organName }));
  const part = (name: string, body: string) =>
    body === '' ? '' : `<h3>${escaped(t(`ownData.parts.${name}`))}</h3>${body}`;
  const sealedName = (name: string) => t(`sealedNames.${name}`, { defaultValue: name });
  const words = Object.entries(one.words).map(([name, text]) => [sealedName(name), text] as const);
  const attested = (one.file?.attested ?? []).flatMap(({ issuer, facts }) =>
    Object.entries(facts).map(([name, value]) => [issuer, t(`facts.${name}`, { defaultValue: name }), String(value)]),
  );
  const corrections = one.corrections.map(({ askedAt, words: asked, answer }) => [
    time(askedAt),
    asked,
    answer === undefined ? '' : `${t(`corrections.outcomes.${answer.outcome}`)} ${answer.words}`,
  ]);
  return [
    `<section><h2>${heading}</h2><p>${escaped(one.id)}</p>`,
    missing(one.missing, reader),
    part('record', one.record === undefined ? '' : facts(Object.entries(one.record))),
    part('licence', one.licence === undefined ? '' : facts(Object.entries(one.licence))),
    part('words', facts(words)),
    part('answers', facts(Object.entries(one.answers))),
    part('attested', table([], attested)),
    part(
      'trace',
      one.file?.trace === undefined ? '' : `<pre>${escaped(JSON.stringify(one.file.trace, null, 1))}</pre>`,
    ),
    part('contact', one.contact === undefined ? '' : facts(Object.entries(one.contact))),
    part(
      'events',
      table(
        [],
        one.events.map((event) => [time(event.time), event.name, JSON.stringify(event.facts)]),
      ),
    ),
    part(
      'messages',
      table(
        [],
        one.messages.map(({ time: at, kind }) => [time(at), t(`inbox.kinds.${kind}.step`, { defaultValue: kind })]),
      ),
    ),
    part('documents', fileList(one.documents)),
    part('pages', fileList(one.pages)),
    part('corrections', table([], corrections)),
    '</section>',
  ].join('');
}

function missing(parts: readonly { readonly part: string; readonly code: string }[], { t }: CopyReader): string {
  if (parts.length === 0) return '';
  const rows = parts.map(({ part, code }) => `<li>${escaped(part)}: ${escaped(code)}</li>`).join('');
  return `<p><strong>${escaped(t('ownData.missing'))}</strong></p><ul>${rows}</ul>`;
}

function facts(entries: readonly (readonly [string, unknown])[]): string {
  return table(
    [],
    entries.map(([name, value]) => [name, typeof value === 'string' ? value : (JSON.stringify(value) ?? '')]),
  );
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const head = heads.length === 0 ? '' : `<tr>${heads.map((one) => `<th>${escaped(one)}</th>`).join('')}</tr>`;
  const body = rows.map((row) => `<tr>${row.map((one) => `<td>${escaped(one)}</td>`).join('')}</tr>`).join('');
  return `<table>${head}${body}</table>`;
}

/** A browser runs no script out of a file that it only downloads. */
function fileList(files: readonly CopiedFile[]): string {
  if (files.length === 0) return '';
  const rows = files.map(({ title, number = '', mediaType, base64 }, at) => {
    const name = escaped(`${number === '' ? title : number}-${at + 1}`);
    const type = /^[\w.+-]+\/[\w.+-]+$/.test(mediaType) ? mediaType : 'application/octet-stream';
    return `<li><a download="${name}" href="data:${type};base64,${escaped(base64)}">${escaped(title)} ${escaped(number)}</a></li>`;
  });
  return `<ul>${rows.join('')}</ul>`;
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => SIGNS[sign] ?? '');
}

import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import type { DocumentWords, WordsPart, WordsRow } from './document-words.ts';

/** What a 文书 says, for a screen of any width. In Chinese always: it is a legal text, and it has one language. */
export function DocumentText({ words }: { readonly words: DocumentWords }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { title, number, organ, addressee, parts, attachment, time } = words;
  return (
    <article className="document-text" lang="zh-CN" aria-labelledby="document-text-title">
      <h2 id="document-text-title">{title}</h2>
      <p className="document-number">{number}</p>
      <p>{addressee}：</p>
      {parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sealed text never change places.
        <Part key={at} part={part} />
      ))}
      <footer>
        <p>{organ}</p>
        <p>{format.day(time)}</p>
        <p className="soft small">{t('sealedPdf.sample')}</p>
      </footer>
      {attachment !== undefined && (
        <section className="document-copy">
          <h3>{attachment.title}</h3>
          <Rows rows={attachment.rows} />
        </section>
      )}
    </article>
  );
}

function Part({ part }: { readonly part: WordsPart }) {
  if (part.kind === 'heading') return <h3>{part.text}</h3>;
  if (part.kind === 'rows') return <Rows rows={part.rows} />;
  if (part.kind === 'list')
    return (
      <ol>
        {part.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ol>
    );
  return part.text.split('\n').map((line) => <p key={line}>{line}</p>);
}

function Rows({ rows }: { readonly rows: readonly WordsRow[] }) {
  return (
    <dl className="facts">
      {rows.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

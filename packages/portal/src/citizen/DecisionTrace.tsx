import { Icon } from '../design/Icon.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { findQuote } from '../proof/find-quote.ts';
import { readTrace, type TraceLine } from '../proof/read-trace.ts';
import type { Service } from '../server/service.ts';

interface DecisionTraceProps {
  readonly trace: unknown;
  readonly service: Service | undefined;
}

/** Why: each rule that was asked, its article, and what came of it. The words for rules are the service's own. */
export function DecisionTrace({ trace, service }: DecisionTraceProps) {
  const { t, i18n } = useTranslation();
  const lines = readTrace(trace);
  if (lines.length === 0) return <p className="soft">{t('trace.none')}</p>;
  const words = service?.messages[i18n.language === 'en' ? 'en' : 'zh-CN'] ?? {};
  return (
    <ol className="steps">
      {lines.map((line) => (
        <TraceRow key={`${line.rule} ${line.fact ?? ''}`} line={line} words={words} quotes={service?.quotes ?? {}} />
      ))}
    </ol>
  );
}

interface TraceRowProps {
  readonly line: TraceLine;
  readonly words: Readonly<Record<string, string>>;
  readonly quotes: Readonly<Record<string, string>>;
}

/** Opens to the article's own words, as long as the service quotes them. */
function TraceRow({ line, words, quotes }: TraceRowProps) {
  const { t } = useTranslation();
  const look = line.passed === undefined ? 'info' : line.passed ? 'good' : 'warn';
  const quote = findQuote(quotes, line.article);
  const title = words[`rule.${line.rule}`] ?? line.rule;
  return (
    <li>
      <Icon name={look} className={look === 'info' ? 'quiet' : look} />
      <div>
        <p>
          <strong>{title}</strong> — {words[`result.${line.result}`] ?? line.result}
        </p>
        <details className="soft small">
          <summary>{line.article === '' ? line.rule : t('trace.article', { article: line.article })}</summary>
          {quote !== undefined && <blockquote>{quote}</blockquote>}
          <p>
            <span className="mono">{line.rule}</span>
            {line.fact !== undefined && ` · ${t(`facts.${line.fact}`, { defaultValue: line.fact })}`}
          </p>
        </details>
      </div>
    </li>
  );
}

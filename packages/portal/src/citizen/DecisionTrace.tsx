import { useTranslation } from 'react-i18next';
import { Icon } from '../design/Icon.tsx';
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
        <TraceRow key={`${line.rule} ${line.fact ?? ''}`} line={line} words={words} />
      ))}
    </ol>
  );
}

function TraceRow({ line, words }: { readonly line: TraceLine; readonly words: Readonly<Record<string, string>> }) {
  const { t } = useTranslation();
  const look = line.passed === undefined ? 'info' : line.passed ? 'good' : 'warn';
  const title = words[`rule.${line.rule}`] ?? line.rule;
  return (
    <li>
      <Icon name={look} className={look === 'info' ? 'quiet' : look} />
      <div>
        <p>
          <strong>{title}</strong> — {words[`result.${line.result}`] ?? line.result}
        </p>
        <p className="soft small">
          {line.article !== '' && t('trace.article', { article: line.article })}{' '}
          <span className="mono">{line.rule}</span>
        </p>
      </div>
    </li>
  );
}

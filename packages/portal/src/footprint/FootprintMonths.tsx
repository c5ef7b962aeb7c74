import { Link } from 'react-router';
import { Tag, type Tone } from '../design/Tag.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import { byMonth, type Trace } from './merge-traces.ts';
import type { OwnFile } from './own-doors.ts';
import { useTraceWords } from './use-trace-words.ts';

interface FootprintMonthsProps {
  readonly traces: readonly Trace[];
  readonly files: readonly OwnFile[];
}

export function FootprintMonths({ traces, files }: FootprintMonthsProps) {
  const { t, i18n } = useTranslation();
  const nameOf = (month: string) =>
    new Intl.DateTimeFormat(i18n.language, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
      Date.parse(`${month}-01T00:00:00Z`),
    );
  return byMonth(traces).map(([month, ofMonth]) => (
    <section key={month} aria-labelledby={`month-${month}`}>
      <h2 id={`month-${month}`}>{t('footprint.month', { month: nameOf(month), count: ofMonth.length })}</h2>
      <ul className="list footprint">
        {ofMonth.map((trace) => (
          <TraceRow key={trace.key} trace={trace} file={files.find(({ id }) => id === trace.case)} />
        ))}
      </ul>
    </section>
  ));
}

const TONES: Readonly<Record<string, Tone>> = { unmask: 'warn', denied: 'bad', export: 'warn' };

function TraceRow({ trace, file }: { readonly trace: Trace; readonly file: OwnFile | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { who, what, why } = useTraceWords()(trace);
  const { kind, at, kept, case: id } = trace;
  return (
    <li className="footprint-row">
      <div>
        <p>
          <Tag tone={TONES[kind] ?? 'quiet'}>{t(`footprint.kinds.${kind}`, { defaultValue: kind })}</Tag>{' '}
          <strong>{who}</strong>
          {t('looks.pair', { label: '', value: what })}
        </p>
        <p className="soft small">
          <time dateTime={new Date(at).toISOString()}>{format.time(at)}</time>
          {why !== undefined && <> · {t('footprint.why', { why })}</>} · {t(`footprint.keptBy.${kept.length}`)}
        </p>
        {id !== undefined && file !== undefined && (
          <p className="small">
            <Link to={`/cases/${id}`}>{t('footprint.of', { name: file.name ?? t('registering.name.none') })}</Link>
          </p>
        )}
      </div>
      {id !== undefined && file !== undefined && trace.who !== 'you' && (
        <p className="small">
          <Link to={`/my-data?case=${id}&about=access#ask`}>
            {t('footprint.wrong')}
            <span className="hidden-visually"> {format.time(at)}</span>
          </Link>
        </p>
      )}
    </li>
  );
}

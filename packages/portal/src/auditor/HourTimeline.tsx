import { Link } from 'react-router';
import { Tag } from '../design/Tag.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import type { AuditLine } from './audit-door.ts';
import { byHour, hourOfDay, isOutOfHours } from './hours.ts';
import type { DoorLine } from './merge-doors.ts';
import { useAuditWords } from './use-audit-words.ts';

/** Who looked, by the hour: one line for each person and way of looking, however often. */
export function HourTimeline({ lines }: { readonly lines: readonly DoorLine[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useAuditWords();
  return (
    <ol className="audit-timeline">
      {byHour(lines.map(({ line }) => line)).map(({ from, lines: found }) => (
        <li key={from}>
          <h3>
            {t('auditor.hourOf', { day: format.day(from), hour: hourOfDay(from) })}{' '}
            {isOutOfHours(hourOfDay(from)) && <Tag tone="warn">{t('auditor.outOfHours')}</Tag>}
          </h3>
          <ul>
            {looksOf(found).map(({ line, count }) => (
              <li key={lookOf(line)}>
                <Link to={`/auditor?actor=${line.actor.kid ?? line.actor.account ?? ''}`}>
                  {words.actor(line.actor)}
                </Link>
                <span>
                  {t('auditor.lookWords', { action: words.action(line.action), count })}
                  {line.purpose !== undefined && t('auditor.purpose', { purpose: words.purpose(line.purpose) })}
                </span>
                {line.kind === 'unmask' && <Tag tone="warn">{words.kind('unmask')}</Tag>}
                {line.kind === 'denied' && <Tag tone="bad">{words.kind('denied')}</Tag>}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

/** The same look of the same person once, with how often. */
function looksOf(lines: readonly AuditLine[]): readonly { readonly line: AuditLine; readonly count: number }[] {
  const looks = new Map<string, { line: AuditLine; count: number }>();
  for (const line of lines) {
    const key = lookOf(line);
    const known = looks.get(key);
    if (known === undefined) looks.set(key, { line, count: 1 });
    else known.count += 1;
  }
  return [...looks.values()];
}

function lookOf({ actor, action, result, purpose = '' }: AuditLine): string {
  return [actor.kid ?? actor.account ?? '', action, result, purpose].join(' ');
}

import { useTranslation } from '../language/use-translation.ts';
import { byHourOfDay, isOutOfHours } from './hours.ts';
import type { DoorLine } from './merge-doors.ts';

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** At which hours of the day somebody looked: what happened at night stands out. The list below says the same in words. */
export function HourPicture({ lines }: { readonly lines: readonly DoorLine[] }) {
  const { t } = useTranslation();
  const counts = byHourOfDay(lines.map(({ line }) => line));
  const most = Math.max(1, ...counts);
  const out = counts.reduce((sum, count, hour) => (isOutOfHours(hour) ? sum + count : sum), 0);
  const words = t('auditor.hoursWords', { count: lines.length, out });
  return (
    <figure className="audit-hours">
      <div className="audit-hours-bars" role="img" aria-label={words}>
        {HOURS.map((hour) => (
          <span
            key={hour}
            data-out={isOutOfHours(hour)}
            data-count={counts[hour]}
            style={{ blockSize: `${Math.round(((counts[hour] ?? 0) / most) * 100)}%` }}
          />
        ))}
      </div>
      <div className="audit-hours-scale" aria-hidden="true">
        {[0, 6, 12, 18, 24].map((hour) => (
          <span key={hour}>{t('auditor.hour', { hour })}</span>
        ))}
      </div>
      <figcaption>{words}</figcaption>
    </figure>
  );
}

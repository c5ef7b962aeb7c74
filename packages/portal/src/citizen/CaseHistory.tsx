import { Icon } from '../design/Icon.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import type { CaseEvent } from '../server/ledger.ts';

/** What happened, when, and in which record of the log it can be found. */
export function CaseHistory({ events }: { readonly events: readonly CaseEvent[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ol className="steps">
      {events.map((event) => (
        <li key={`${event.index} ${event.name}`}>
          <Icon name="clock" className="quiet" />
          <div>
            <p>
              <strong>{t(`events.${event.name.replace('.', '-')}`, { defaultValue: event.name })}</strong>
            </p>
            <p className="soft">
              {format.time(event.time)} ·{' '}
              {t('case.eventIndex', { index: format.count(event.index), height: format.count(event.height) })}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

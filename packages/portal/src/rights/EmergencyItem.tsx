import { useCallback } from 'react';
import { Tag, type Tone } from '../design/Tag.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import { Countdown } from './Countdown.tsx';
import type { Emergency } from './emergencies-query.ts';
import { useRightsWords } from './use-rights-words.ts';

interface EmergencyItemProps {
  readonly emergency: Emergency;
  readonly changed: () => void;
  readonly children?: React.ReactNode;
}

/** One file that was opened on somebody's own word, and whether that was right. */
export function EmergencyItem({ emergency, changed, children }: EmergencyItemProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useRightsWords();
  const { case: id, org, organ, reason, at, until, dueAt, outcome, late } = emergency;
  const over = useCallback(() => changed(), [changed]);
  const state = outcome ?? (late === true ? 'late' : 'waits');
  return (
    <li className="right-item">
      <p>
        <strong>{t('emergency.of', { id })}</strong>{' '}
        <Tag tone={TONES[state] ?? 'warn'}>{t(`emergency.state.${state}`)}</Tag>
      </p>
      <p>{t('emergency.who', { org: words.orgName(org), organ: words.orgName(organ) })}</p>
      <p className="soft small">
        {t('emergency.at', {
          time: format.time(at),
          reason: t(`emergency.reasons.${reason}`, { defaultValue: reason }),
        })}
      </p>
      <p className="small" role="timer">
        {until > Date.now() ? (
          <Countdown until={until} over={over} />
        ) : (
          t('emergency.over', { time: format.time(until) })
        )}
      </p>
      {outcome === undefined && <p className="small">{t('emergency.due', { time: format.time(dueAt) })}</p>}
      {children}
    </li>
  );
}

const TONES: Readonly<Record<string, Tone>> = { waits: 'warn', late: 'bad', justified: 'good', unjustified: 'bad' };

import type { MessageDelivery } from '@minglu/sdk';
import type { IconName } from '../design/Icon.tsx';
import { Icon } from '../design/Icon.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';

const looks: Readonly<Record<string, { icon: IconName; tone: string }>> = {
  queued: { icon: 'wait', tone: 'quiet' },
  sending: { icon: 'wait', tone: 'quiet' },
  retrying: { icon: 'wait', tone: 'warn' },
  accepted: { icon: 'good', tone: 'good' },
  delivered: { icon: 'good', tone: 'good' },
  undeliverable: { icon: 'bad', tone: 'bad' },
  uncertain: { icon: 'unknown', tone: 'warn' },
};
const quiet = { icon: 'info', tone: 'quiet' } as const;

/** 短信、邮件 of one message: what is known, and no more. Channels nobody gave an address for are passed over. */
export function DeliveryList({ deliveries }: { readonly deliveries: readonly MessageDelivery[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const shown = deliveries.filter(({ state }) => state !== 'no-address' && state !== 'cancelled');
  if (shown.length === 0) return null;
  return (
    <ul className="deliveries small">
      {shown.map(({ channel, state, at }) => {
        const { icon, tone } = looks[state] ?? quiet;
        return (
          <li key={channel} data-state={state} className={tone}>
            <Icon name={icon} />
            {t(`inbox.channels.${channel}`)} {t(`inbox.states.${state}`, { time: format.time(at) })}
          </li>
        );
      })}
    </ul>
  );
}

import { Icon, type IconName } from './Icon.tsx';
import type { Tone } from './Tag.tsx';

const icons: Record<Tone, IconName> = { good: 'good', warn: 'warn', bad: 'bad', quiet: 'info', brand: 'info' };

interface NoticeProps {
  readonly tone: Tone;
  readonly title?: string;
  readonly children?: React.ReactNode;
  /** `alert` interrupts a screen reader; `status` waits its turn. */
  readonly live?: 'alert' | 'status';
}

export function Notice({ tone, title, children, live }: NoticeProps) {
  return (
    <div className={`notice tone-${tone}`} {...(live === undefined ? {} : { role: live })}>
      <Icon name={icons[tone]} />
      <div className="notice-body">
        {title !== undefined && <strong>{title}</strong>}
        {children}
      </div>
    </div>
  );
}

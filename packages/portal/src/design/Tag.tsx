import { Icon, type IconName } from './Icon.tsx';

export type Tone = 'good' | 'warn' | 'bad' | 'quiet' | 'brand';

const icons: Record<Tone, IconName> = { good: 'good', warn: 'warn', bad: 'bad', quiet: 'info', brand: 'info' };

/** A state in one word with its sign: never colour alone. */
export function Tag({
  tone,
  icon,
  children,
}: {
  readonly tone: Tone;
  readonly icon?: IconName;
  readonly children: React.ReactNode;
}) {
  return (
    <span className={`tag tone-${tone}`}>
      <Icon name={icon ?? icons[tone]} />
      {children}
    </span>
  );
}

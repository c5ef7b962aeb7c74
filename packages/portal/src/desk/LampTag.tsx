import type { IconName } from '../design/Icon.tsx';
import { Tag, type Tone } from '../design/Tag.tsx';
import { useTranslation } from '../language/use-translation.ts';
import type { Lamp } from './desk-question.ts';

const tones: Readonly<Record<Lamp, Tone>> = { red: 'bad', yellow: 'warn', green: 'good', none: 'quiet' };
/** The sign of each lamp: colour alone tells nobody who cannot see it. */
export const lampIcons: Readonly<Record<Lamp, IconName>> = { red: 'bad', yellow: 'warn', green: 'clock', none: 'info' };

/** The lamp: word, sign and colour together. `passed` where the date is behind us. */
export function LampTag({ lamp, passed }: { readonly lamp: Lamp; readonly passed: boolean }) {
  const { t } = useTranslation();
  return (
    <Tag tone={tones[lamp]} icon={lampIcons[lamp]}>
      {t(passed ? 'desk.lamp.passed' : `desk.lamp.${lamp}`)}
    </Tag>
  );
}

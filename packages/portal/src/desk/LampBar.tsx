import { Icon } from '../design/Icon.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { type DeskQuestion, type Lamp, lamps } from './desk-question.ts';
import { lampIcons } from './LampTag.tsx';

interface LampBarProps {
  readonly question: DeskQuestion;
  /** How many there are of each lamp, whatever lamp is asked for. */
  readonly counts: Readonly<Record<Lamp, number>>;
  readonly ask: (question: DeskQuestion) => void;
}

/** How many wait of each lamp, seen without opening anything; a press shows them alone, and another all again. */
export function LampBar({ question, counts, ask }: LampBarProps) {
  const { t } = useTranslation();
  const { lamp: asked, ...rest } = question;
  const all = lamps.reduce((sum, lamp) => sum + counts[lamp], 0);
  const press = (lamp?: Lamp) => ask({ ...rest, ...(lamp === undefined ? {} : { lamp }), offset: 0 });
  return (
    <fieldset className="lamp-bar">
      <legend className="hidden-visually">{t('desk.lampLabel')}</legend>
      <button type="button" aria-pressed={asked === undefined} onClick={() => press()}>
        <span>{t('desk.all')}</span>
        <strong>{all}</strong>
      </button>
      {lamps
        .filter((lamp) => lamp !== 'none' || counts.none > 0)
        .map((lamp) => (
          <button
            key={lamp}
            type="button"
            id={`desk-lamp-${lamp}`}
            data-lamp={lamp}
            aria-pressed={asked === lamp}
            onClick={() => press(asked === lamp ? undefined : lamp)}
          >
            <Icon name={lampIcons[lamp]} />
            <span>{t(`deskWork.lamp.${lamp}`)}</span>
            <strong>{counts[lamp]}</strong>
          </button>
        ))}
    </fieldset>
  );
}

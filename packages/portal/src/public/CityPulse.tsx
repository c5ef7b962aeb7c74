import { Facts } from '../design/Facts.tsx';
import { Tag, type Tone } from '../design/Tag.tsx';
import { useTranslation } from '../language/use-translation.ts';
import type { City } from '../server/city.ts';

/** Whether somebody else is watching, in one glance. */
export function CityPulse({ city }: { readonly city: City }) {
  const { t } = useTranslation();
  return (
    <Facts
      facts={city.witnesses.map((witness) => ({
        label: t('history.witness', { name: witness.name }),
        value: <WitnessTag state={witness.state} />,
      }))}
    />
  );
}

const tones: Readonly<Record<string, Tone>> = {
  cosigned: 'good',
  conflict: 'bad',
  refused: 'bad',
  'line-invalid': 'bad',
};

export function WitnessTag({ state }: { readonly state: string }) {
  const { t } = useTranslation();
  const tone = tones[state] ?? 'warn';
  return <Tag tone={tone}>{t(`witnessState.${state}`, { defaultValue: t('witnessState.unknown') })}</Tag>;
}

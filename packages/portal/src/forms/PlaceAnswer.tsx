import { Notice } from '../design/Notice.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { Choices } from './Choices.tsx';
import type { Place } from './particulars.ts';
import { TextField } from './TextField.tsx';

interface PlaceAnswerProps {
  readonly id: string;
  readonly hint: string;
  readonly problem: string | undefined;
  readonly value: Place | undefined;
  readonly onChange: (value: Place) => void;
}

/** 经营场所 is public by law and for good: said before anything is typed, and above all to whoever works from home. */
export function PlaceAnswer({ id, hint, problem, value, onChange }: PlaceAnswerProps) {
  const { t } = useTranslation();
  const kind = value?.kind;
  return (
    <>
      <Notice tone="warn" title={t('registering.place.publicTitle')}>
        <p>{hint}</p>
      </Notice>
      <Choices
        id={kind === undefined ? id : `${id}-kind`}
        legend={t('registering.place.kind')}
        problem={kind === undefined ? problem : undefined}
        choices={(['address', 'platform'] as const).map((one) => ({
          value: one,
          label: t(`registering.place.${one}`),
          hint: t(`registering.place.${one}Hint`),
        }))}
        value={kind}
        onChange={(next) => onChange({ kind: next === 'platform' ? 'platform' : 'address', text: value?.text ?? '' })}
      />
      {kind !== undefined && (
        <TextField
          id={id}
          label={t(kind === 'platform' ? 'registering.place.platformText' : 'registering.place.addressText')}
          problem={problem}
          value={value?.text ?? ''}
          onChange={(text) => onChange({ kind, text })}
        />
      )}
    </>
  );
}

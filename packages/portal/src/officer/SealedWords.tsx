import { TextField } from '../forms/TextField.tsx';
import { useTranslation } from '../language/use-translation.ts';

interface SealedWordsProps {
  readonly id: string;
  readonly problem: string | undefined;
  readonly value: string;
  readonly onChange: (words: string) => void;
}

/** Words of an officer to the applicant: they leave this page sealed, and never stand in public. */
export function SealedWords({ id, problem, value, onChange }: SealedWordsProps) {
  const { t } = useTranslation();
  return (
    <TextField
      id={id}
      label={t('decide.words')}
      hint={t('decide.wordsHint')}
      problem={problem}
      value={value}
      onChange={onChange}
      lines={4}
      maxLength={500}
    />
  );
}

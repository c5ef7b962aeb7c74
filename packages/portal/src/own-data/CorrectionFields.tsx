import type { OwnFile } from '../footprint/own-doors.ts';
import { Choices } from '../forms/Choices.tsx';
import { SelectField } from '../forms/SelectField.tsx';
import { TextField } from '../forms/TextField.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { type CorrectionDraft, correctionSubjects } from './correction-draft.ts';

interface CorrectionFieldsProps {
  readonly files: readonly OwnFile[];
  readonly draft: CorrectionDraft;
  readonly change: (part: Partial<CorrectionDraft>) => void;
  readonly problemOf: (field: string) => string | undefined;
}

const kinds = ['correct', 'supplement', 'complaint'] as const;

export function CorrectionFields({ files, draft, change, problemOf }: CorrectionFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <SelectField
        id="correction-case"
        label={t('corrections.case')}
        problem={problemOf('correction-case')}
        empty={t('corrections.caseNone')}
        options={files.map(({ id, name }) => ({
          value: id,
          label: `${name === undefined || name === '' ? t('registering.name.none') : name} · ${id.slice(0, 6)}`,
        }))}
        value={draft.case}
        onChange={(value) => change({ case: value })}
      />
      <Choices
        id="correction-kind"
        legend={t('corrections.kind')}
        problem={problemOf('correction-kind')}
        choices={kinds.map((value) => ({
          value,
          label: t(`corrections.kinds.${value}`),
        }))}
        value={draft.kind}
        onChange={(value) => change({ kind: value })}
      />
      <SelectField
        id="correction-about"
        label={t('corrections.about')}
        problem={problemOf('correction-about')}
        empty={t('corrections.aboutNone')}
        options={correctionSubjects.map((value) => ({ value, label: t(`corrections.subjects.${value}`) }))}
        value={draft.about}
        onChange={(value) => change({ about: value })}
      />
      <TextField
        id="correction-words"
        label={t('corrections.words')}
        hint={t('corrections.wordsHint')}
        problem={problemOf('correction-words')}
        value={draft.words}
        onChange={(value) => change({ words: value })}
        lines={4}
        maxLength={500}
      />
    </>
  );
}

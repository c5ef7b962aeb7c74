import { useState } from 'react';
import { useTranslation } from '../language/use-translation.ts';
import { Choices } from './Choices.tsx';
import { type Composition, membersIn } from './particulars.ts';
import { TextField } from './TextField.tsx';

interface CompositionAnswerProps {
  readonly id: string;
  readonly problem: string | undefined;
  readonly value: Composition | undefined;
  readonly onChange: (value: Composition) => void;
}

/** 个人经营 or 家庭经营; a family files the names of those who take part (实施细则 7), and nobody but the organ reads them. */
export function CompositionAnswer({ id, problem, value, onChange }: CompositionAnswerProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(() => value?.members.join('\n') ?? '');
  const isFamily = value?.form === 'family';
  return (
    <>
      <Choices
        id={isFamily ? `${id}-form` : id}
        legend={t('registering.composition.label')}
        problem={isFamily ? undefined : problem}
        choices={(['personal', 'family'] as const).map((form) => ({
          value: form,
          label: t(`registering.composition.${form}`),
          hint: t(`registering.composition.${form}Hint`),
        }))}
        value={value?.form}
        onChange={(form) => onChange({ form: form === 'family' ? 'family' : 'personal', members: membersIn(text) })}
      />
      {isFamily && (
        <TextField
          id={id}
          label={t('registering.composition.members')}
          hint={t('registering.composition.membersHint')}
          problem={problem}
          lines={4}
          value={text}
          onChange={(next) => {
            setText(next);
            onChange({ form: 'family', members: membersIn(next) });
          }}
        />
      )}
    </>
  );
}

import { useTranslation } from '../language/use-translation.ts';
import type { ApplicationDraft } from './application-draft.ts';
import { TextField } from './TextField.tsx';

interface OperatorAnswerProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly problem: { readonly field: string; readonly words: string } | undefined;
  readonly draft: ApplicationDraft;
  readonly change: (part: Partial<ApplicationDraft>) => void;
}

/** 经营者姓名、住所 (条例 8): both sealed to the office, both filled in with what the register knows. */
export function OperatorAnswer({ id, problem, draft, change, ...text }: OperatorAnswerProps) {
  const { t } = useTranslation();
  const at = (field: string) => (problem?.field === field ? problem.words : undefined);
  return (
    <>
      <TextField
        {...text}
        id={id}
        problem={at(id)}
        value={draft.operator}
        autoComplete="name"
        onChange={(operator) => change({ operator })}
      />
      <TextField
        id="answer-residence"
        label={t('apply.residence.label')}
        hint={t('apply.residence.hint')}
        problem={at('answer-residence')}
        value={draft.residence ?? ''}
        autoComplete="street-address"
        onChange={(residence) => change({ residence })}
      />
    </>
  );
}

import { Choices } from '../../forms/Choices.tsx';
import { TextField } from '../../forms/TextField.tsx';
import { useTranslation } from '../../language/use-translation.ts';
import { type FormQuestion, findServiceWords, type Service } from '../../server/service.ts';
import { OTHER, otherOf } from './form-answers.ts';
import { findField } from './form-problems.ts';

interface ChoiceAnswerProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly problem: string | undefined;
  readonly service: Service;
  readonly question: FormQuestion;
  readonly answers: Readonly<Record<string, string>>;
  readonly give: (text: string, name?: string) => void;
}

/** One of several; 其他 is said in words, which open under it. */
export function ChoiceAnswer({ id, label, hint, problem, service, question, answers, give }: ChoiceAnswerProps) {
  const { t, i18n } = useTranslation();
  const field = findField(service, question);
  const value = field?.value?.kind === 'choice' ? field.value : undefined;
  const codes = [...(value?.choices ?? []), ...(value?.other === undefined ? [] : [OTHER])];
  const words = (code: string) => findServiceWords(service, `choice.${field?.name}.${code}`, i18n.language) ?? code;
  const answer = answers[question.id] ?? '';
  const isOther = answer === OTHER && value?.other !== undefined;
  const name = otherOf(question.id);
  return (
    <>
      <p className="hint">{hint}</p>
      <Choices
        id={id}
        legend={label}
        problem={isOther ? undefined : problem}
        choices={codes.map((code) => ({ value: code, label: words(code) }))}
        value={answer}
        onChange={(code) => give(code)}
      />
      {isOther && (
        <TextField
          id={`${id}-words`}
          label={t('ownForm.otherLabel')}
          problem={problem}
          value={answers[name] ?? ''}
          maxLength={value.other ?? 1}
          onChange={(text) => give(text, name)}
        />
      )}
    </>
  );
}

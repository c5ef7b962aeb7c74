import { Choices } from '../forms/Choices.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { type Service, wordsIn } from '../server/service.ts';
import type { DecideAnswers } from './decide-problems.ts';
import { SealedWords } from './SealedWords.tsx';

interface RefusalFieldsProps {
  readonly service: Service;
  readonly answers: DecideAnswers;
  readonly change: (answers: DecideAnswers) => void;
  readonly problemOf: (field: string) => string | undefined;
}

/** Why not: a code of the service's list, which is public, and words, which are sealed. */
export function RefusalFields({ service, answers, change, problemOf }: RefusalFieldsProps) {
  const { t, i18n } = useTranslation();
  return (
    <>
      <Choices
        id="reason"
        legend={t('decide.reason')}
        problem={problemOf('reason')}
        choices={service.refusalReasons.map((one) => ({ value: one.code, label: wordsIn(one.words, i18n.language) }))}
        value={answers.reason}
        onChange={(reason) => change({ ...answers, reason })}
      />
      <SealedWords
        id="reason-words"
        problem={problemOf('reason-words')}
        value={answers.words}
        onChange={(words) => change({ ...answers, words })}
      />
    </>
  );
}

import { useTranslation } from 'react-i18next';
import { Checkboxes } from '../forms/Checkboxes.tsx';
import { type Choice, Choices } from '../forms/Choices.tsx';
import { type Service, type Words, wordsIn } from '../server/service.ts';
import type { DecideAnswers } from './decide-problems.ts';
import { SealedWords } from './SealedWords.tsx';

interface DecisionReasonsProps {
  readonly service: Service;
  readonly answers: DecideAnswers;
  readonly change: (answers: DecideAnswers) => void;
  readonly problemOf: (field: string) => string | undefined;
}

/**
 * Why not, or not yet: for 一次性告知 all that is missing, for 不予 one reason, both out of the service's own list, which is
 * public; and words, which are sealed.
 */
export function DecisionReasons({ service, answers, change, problemOf }: DecisionReasonsProps) {
  const { t, i18n } = useTranslation();
  return (
    <>
      {answers.decision === 'return' ? (
        <Checkboxes
          id="points"
          legend={t('decide.points')}
          hint={t('decide.pointsHint')}
          problem={problemOf('points')}
          choices={choicesIn(service.points ?? [], i18n.language)}
          picked={answers.points}
          onChange={(points) => change({ ...answers, points })}
        />
      ) : (
        <Choices
          id="reason"
          legend={t('decide.reason')}
          problem={problemOf('reason')}
          choices={choicesIn(service.refusalReasons, i18n.language)}
          value={answers.reason}
          onChange={(reason) => change({ ...answers, reason })}
        />
      )}
      <SealedWords
        id="reason-words"
        problem={problemOf('reason-words')}
        value={answers.words}
        onChange={(words) => change({ ...answers, words })}
      />
    </>
  );
}

function choicesIn(list: readonly { readonly code: string; readonly words: Words }[], language: string): Choice[] {
  return list.map(({ code, words }) => ({ value: code, label: wordsIn(words, language) }));
}

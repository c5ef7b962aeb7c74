import { useTranslation } from 'react-i18next';
import { Checkboxes } from '../forms/Checkboxes.tsx';
import { type Service, wordsIn } from '../server/service.ts';
import type { DecideAnswers } from './decide-problems.ts';
import { SealedWords } from './SealedWords.tsx';

interface ReturnFieldsProps {
  readonly service: Service;
  readonly answers: DecideAnswers;
  readonly change: (answers: DecideAnswers) => void;
  readonly problemOf: (field: string) => string | undefined;
}

/** 一次性告知: all that is missing, from the service's own list, and words, which are sealed. */
export function ReturnFields({ service, answers, change, problemOf }: ReturnFieldsProps) {
  const { t, i18n } = useTranslation();
  const { points = [] } = service;
  return (
    <>
      <Checkboxes
        id="points"
        legend={t('decide.points')}
        hint={t('decide.pointsHint')}
        problem={problemOf('points')}
        choices={points.map(({ code, words }) => ({ value: code, label: wordsIn(words, i18n.language) }))}
        picked={answers.points}
        onChange={(codes) => change({ ...answers, points: codes })}
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

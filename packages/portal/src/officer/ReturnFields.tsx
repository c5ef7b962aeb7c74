import { Icon } from '../design/Icon.tsx';
import { useTranslation } from '../language/use-translation.ts';
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
  const problem = problemOf('points');
  const toggle = (code: string, isOn: boolean): void =>
    change({ ...answers, points: isOn ? [...answers.points, code] : answers.points.filter((one) => one !== code) });
  return (
    <>
      <fieldset className="field" {...(problem === undefined ? {} : { 'aria-describedby': 'points-problem' })}>
        <legend>{t('decide.points')}</legend>
        <p className="hint">{t('decide.pointsHint')}</p>
        {problem !== undefined && (
          <div className="field-error" id="points-problem">
            <Icon name="bad" />
            {problem}
          </div>
        )}
        {points.map(({ code, words }, at) => (
          <label key={code} className="choice">
            <input
              type="checkbox"
              id={at === 0 ? 'points' : `points-${code}`}
              checked={answers.points.includes(code)}
              onChange={(event) => toggle(code, event.target.checked)}
            />
            <span>{wordsIn(words, i18n.language)}</span>
          </label>
        ))}
      </fieldset>
      <SealedWords
        id="reason-words"
        problem={problemOf('reason-words')}
        value={answers.words}
        onChange={(words) => change({ ...answers, words })}
      />
    </>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRegions } from '../server/use-regions.ts';
import { type DeskQuestion, type Lamp, lamps } from './desk-question.ts';

interface DeskFiltersProps {
  readonly question: DeskQuestion;
  readonly regions: readonly string[];
  /** How many there are of each lamp. */
  readonly counts: Readonly<Record<Lamp, number>> | undefined;
  readonly ask: (question: DeskQuestion) => void;
}

/** By lamp, region and name; native controls, so that one key opens and one letter chooses. */
export function DeskFilters({ question, regions, counts, ask }: DeskFiltersProps) {
  const { t } = useTranslation();
  const { nameOf } = useRegions();
  const [text, setText] = useState(question.text ?? '');
  const { lamp: _lamp, region: _region, text: _text, ...bare } = { ...question, offset: 0 };
  const kept = {
    ...(question.lamp === undefined ? {} : { lamp: question.lamp }),
    ...(question.region === undefined ? {} : { region: question.region }),
    ...(question.text === undefined ? {} : { text: question.text }),
  };
  const lampWords = (lamp: Lamp) => `${t(`desk.lamp.${lamp}`)}${counts === undefined ? '' : `（${counts[lamp]}）`}`;
  return (
    <form
      className="desk-filters"
      onSubmit={(event) => {
        event.preventDefault();
        const { text: _old, ...rest } = kept;
        ask({ ...bare, ...rest, ...(text.trim() === '' ? {} : { text: text.trim() }) });
      }}
    >
      {question.view !== 'decided' && (
        <label>
          {t('desk.lampLabel')}
          <select
            className="input"
            id="desk-lamp"
            value={question.lamp ?? ''}
            onChange={(event) => {
              const { lamp: _old, ...rest } = kept;
              const lamp = lamps.find((one) => one === event.target.value);
              ask({ ...bare, ...rest, ...(lamp === undefined ? {} : { lamp }) });
            }}
          >
            <option value="">{t('desk.all')}</option>
            {lamps.map((lamp) => (
              <option key={lamp} value={lamp}>
                {lampWords(lamp)}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        {t('desk.regionLabel')}
        <select
          className="input"
          id="desk-region"
          value={question.region ?? ''}
          onChange={(event) => {
            const { region: _old, ...rest } = kept;
            const region = event.target.value;
            ask({ ...bare, ...rest, ...(region === '' ? {} : { region }) });
          }}
        >
          <option value="">{t('desk.all')}</option>
          {[...new Set([...regions, ...(question.region === undefined ? [] : [question.region])])].map((region) => (
            <option key={region} value={region}>
              {nameOf(region)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('desk.textLabel')}
        <input
          className="input"
          id="desk-text"
          type="text"
          autoComplete="off"
          maxLength={60}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <button type="submit" className="button second">
        {t('desk.filter')}
      </button>
    </form>
  );
}

import { useState } from 'react';
import { useTranslation } from '../language/use-translation.ts';
import { useRegions } from '../server/use-regions.ts';
import type { DeskQuestion } from './desk-question.ts';

interface DeskFiltersProps {
  readonly question: DeskQuestion;
  readonly regions: readonly string[];
  readonly ask: (question: DeskQuestion) => void;
}

/** By region and name; native controls, so that one key opens and one letter chooses. */
export function DeskFilters({ question, regions, ask }: DeskFiltersProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(question.text ?? '');
  return (
    <form
      className="desk-filters"
      onSubmit={(event) => {
        event.preventDefault();
        const { text: _old, ...rest } = question;
        ask({ ...rest, ...(text.trim() === '' ? {} : { text: text.trim() }), offset: 0 });
      }}
    >
      <RegionFilter question={question} regions={regions} ask={ask} />
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

function RegionFilter({ question, regions, ask }: DeskFiltersProps) {
  const { t } = useTranslation();
  const { nameOf } = useRegions();
  const offered = [...new Set([...regions, ...(question.region === undefined ? [] : [question.region])])];
  return (
    <label>
      {t('desk.regionLabel')}
      <select
        className="input"
        id="desk-region"
        value={question.region ?? ''}
        onChange={(event) => {
          const { region: _old, ...rest } = question;
          const region = event.target.value;
          ask({ ...rest, ...(region === '' ? {} : { region }), offset: 0 });
        }}
      >
        <option value="">{t('desk.all')}</option>
        {offered.map((region) => (
          <option key={region} value={region}>
            {nameOf(region)}
          </option>
        ))}
      </select>
    </label>
  );
}

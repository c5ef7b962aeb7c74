import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Icon } from '../design/Icon.tsx';
import { parseLicenceNumber } from '../forms/parse-licence-number.ts';
import { useTranslation } from '../language/use-translation.ts';

/** One box: a licence number in, its page out. A number that cannot exist is told as a slip, never as a forgery. */
export function NumberSearch({ initial = '' }: { readonly initial?: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [text, setText] = useState(initial);
  const [problem, setProblem] = useState<string>();
  return (
    <form
      className="field"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const parsed = parseLicenceNumber(text);
        setProblem('problem' in parsed ? t(`number.${parsed.problem}`) : undefined);
        if ('number' in parsed) navigate(`/verify/${parsed.number}`);
        else document.getElementById('licence-number')?.focus();
      }}
    >
      <label htmlFor="licence-number">{t('number.label')}</label>
      <div className="hint" id="licence-number-hint">
        {t('number.hint')}
      </div>
      {problem !== undefined && (
        <div className="field-error" id="licence-number-problem" role="alert">
          <Icon name="bad" />
          {problem}
        </div>
      )}
      <div className="search-row">
        <input
          id="licence-number"
          className="input mono"
          type="text"
          inputMode="text"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          value={text}
          aria-describedby={
            problem === undefined ? 'licence-number-hint' : 'licence-number-hint licence-number-problem'
          }
          {...(problem === undefined ? {} : { 'aria-invalid': true })}
          onChange={(event) => setText(event.target.value)}
        />
        <button className="button" type="submit">
          <Icon name="search" />
          {t('number.go')}
        </button>
      </div>
    </form>
  );
}

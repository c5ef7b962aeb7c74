import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Icon } from '../design/Icon.tsx';
import { Field } from '../forms/Field.tsx';
import { parseLicenceNumber } from '../forms/parse-licence-number.ts';

/** One box: a licence number in, its page out. A number that cannot exist is told as a slip, never as a forgery. */
export function NumberSearch({ initial = '' }: { readonly initial?: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [text, setText] = useState(initial);
  const [problem, setProblem] = useState<string>();
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const parsed = parseLicenceNumber(text);
        setProblem('problem' in parsed ? t(`number.${parsed.problem}`) : undefined);
        if ('number' in parsed) navigate(`/verify/${parsed.number}`);
        else document.getElementById('licence-number')?.focus();
      }}
    >
      <Field id="licence-number" label={t('number.label')} hint={t('number.hint')} problem={problem} alert>
        {(control) => (
          <div className="search-row">
            <input
              {...control}
              className="input mono"
              type="text"
              inputMode="text"
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
            <button className="button" type="submit">
              <Icon name="search" />
              {t('number.go')}
            </button>
          </div>
        )}
      </Field>
    </form>
  );
}

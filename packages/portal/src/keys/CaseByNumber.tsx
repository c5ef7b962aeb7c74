import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ErrorSummary } from '../forms/ErrorSummary.tsx';
import { TextField } from '../forms/TextField.tsx';
import { useTranslation } from '../language/use-translation.ts';

/** A case's number as it stands on the receipt and on the case's page. */
const CASE_ID = /^[\w-]{22}$/;

/** How a case stands, for whoever has its number: the public half needs no key. */
export function CaseByNumber() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [id, setId] = useState('');
  const [attempt, setAttempt] = useState(0);
  const problem = attempt > 0 && !CASE_ID.test(id.trim()) ? t('keys.numberProblem') : undefined;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAttempt(attempt + 1);
        if (CASE_ID.test(id.trim())) navigate(`/cases/${id.trim()}`);
      }}
    >
      <ErrorSummary
        problems={problem === undefined ? [] : [{ field: 'case-number', words: problem }]}
        attempt={attempt}
      />
      <TextField
        id="case-number"
        label={t('keys.number')}
        hint={t('keys.numberHint')}
        problem={problem}
        value={id}
        onChange={setId}
      />
      <div className="actions">
        <button type="submit" className="button second">
          {t('keys.look')}
        </button>
      </div>
    </form>
  );
}

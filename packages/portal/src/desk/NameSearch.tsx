import type { SearchPurpose } from '@minglu/sdk';
import { useState } from 'react';
import { Link } from 'react-router';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { SelectField } from '../forms/SelectField.tsx';
import { TextField } from '../forms/TextField.tsx';
import { useTranslation } from '../language/use-translation.ts';
import type { Officer } from '../officer/use-officer.ts';
import { departmentAt } from '../server/api.ts';
import { type FoundCase, fetchCase } from '../server/ledger.ts';
import { writeTo } from '../unmask/envelope-door.ts';

const purposes: readonly SearchPurpose[] = ['handling-a-case', 'at-the-counter', 'inspection'];

interface Found {
  readonly cases: readonly FoundCase[];
  readonly total: number;
}

interface NameSearchProps {
  readonly officer: Officer;
  /** Another organ's desk, which a rule or a request opened. */
  readonly organ: string | undefined;
}

/** The own organ knows its officer by the session, another by a letter. */
async function searchAt(
  officer: Officer,
  organ: string | undefined,
  asked: { readonly text: string; readonly purpose: SearchPurpose },
) {
  const { session } = officer;
  if (organ === undefined || organ === session.department)
    return await departmentAt(session.endpoint).search(session.token, asked.text, asked.purpose);
  const { department, letter } = await writeTo(officer, organ, { route: '/search', asked });
  return await department.byLetter('/search', letter);
}

/**
 * By a person's name or ID number. What is typed goes to the department's own process and nowhere else; it answers with
 * case ids out of its blind index, and writes the search down with its purpose.
 */
export function NameSearch({ officer, organ }: NameSearchProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [purpose, setPurpose] = useState<SearchPurpose>('handling-a-case');
  const [found, setFound] = useState<Found>();
  const [error, setError] = useState<unknown>();
  async function search(): Promise<void> {
    setError(undefined);
    setFound(undefined);
    try {
      const { cases, total } = await searchAt(officer, organ, { text: typed, purpose });
      setFound({ cases: await Promise.all(cases.slice(0, 20).map((id) => fetchCase(id))), total });
    } catch (problem) {
      setError(problem);
    }
  }
  return (
    <details className="desk-search">
      <summary>{t('nameSearch.title')}</summary>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void search();
        }}
      >
        <TextField
          id="name-search"
          label={t('nameSearch.label')}
          hint={t('nameSearch.hint')}
          value={typed}
          onChange={setTyped}
        />
        <SelectField
          id="search-purpose"
          label={t('nameSearch.purpose')}
          options={purposes.map((value) => ({ value, label: t(`nameSearch.purposes.${value}`) }))}
          value={purpose}
          onChange={(value) => setPurpose(purposes.find((one) => one === value) ?? purpose)}
        />
        <button type="submit" className="button second">
          {t('nameSearch.go')}
        </button>
      </form>
      {error !== undefined && <Failure error={error} />}
      {found !== undefined && <FoundCases found={found} />}
    </details>
  );
}

function FoundCases({ found }: { readonly found: Found }) {
  const { t } = useTranslation();
  if (found.total === 0) return <Notice tone="quiet" title={t('nameSearch.none')} live="status" />;
  return (
    <>
      <p role="status">{t('desk.count', { count: found.total })}</p>
      <ul className="list">
        {found.cases.map(({ id, case: record }) => (
          <li key={id} className="row">
            <Link to={`/officer/cases/${id}`}>{record.body?.tradeName ?? id}</Link>
            <span className="soft">{t(`caseStatus.${record.status}`)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { PageHeading } from '../design/PageHeading.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { useColleagues } from '../desk/use-colleagues.ts';
import { ErrorSummary } from '../forms/ErrorSummary.tsx';
import { SelectField } from '../forms/SelectField.tsx';
import { TextField } from '../forms/TextField.tsx';
import { tellMissing } from '../forms/tell-missing.ts';
import { useTranslation } from '../language/use-translation.ts';
import { OfficerOnly } from '../officer/OfficerOnly.tsx';
import type { Officer } from '../officer/use-officer.ts';
import { organisationsQuery } from '../rights/organisations-query.ts';
import { type AccountsQuestion, accountsQuery, isAsked } from './accounts-query.ts';
import { PersonItem } from './PersonItem.tsx';

const NAME = /^[\w-]{43}$/;

/** 账户: administrators of the platform keep people out and let them in again. */
export function AccountsPage() {
  const { t } = useTranslation();
  return <OfficerOnly title={t('accounts.title')}>{(officer) => <Accounts officer={officer} />}</OfficerOnly>;
}

function Accounts({ officer }: { readonly officer: Officer }) {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const of = params.get('of') ?? '';
  const organisation = params.get('organisation') ?? '';
  const question: AccountsQuestion = {
    ...(NAME.test(of) ? { of } : {}),
    ...(organisation === '' ? {} : { organisation }),
  };
  return (
    <>
      <PageHeading
        title={t('accounts.title')}
        lead={t('accounts.lead')}
        back={{ to: '/officer/rights', label: t('rights.title') }}
      />
      <FindForm key={params.toString()} organisation={organisation} of={of} ask={setParams} />
      {isAsked(question) && <People officer={officer} question={question} />}
    </>
  );
}

interface FindFormProps {
  readonly organisation: string;
  readonly of: string;
  readonly ask: (question: Record<string, string>) => void;
}

function FindForm({ ask, ...asked }: FindFormProps) {
  const { t } = useTranslation();
  const organisations = useQuery(organisationsQuery);
  const [organisation, setOrganisation] = useState(asked.organisation);
  const [of, setOf] = useState(asked.of);
  const [attempt, setAttempt] = useState(0);
  const name = of.trim();
  const missing =
    name === '' ? (organisation === '' ? ['accounts-organisation'] : []) : NAME.test(name) ? [] : ['accounts-of'];
  const { problems, problemOf } = tellMissing(attempt, missing, (field) =>
    t(field === 'accounts-of' ? 'accounts.ofWrong' : 'accounts.askOne'),
  );
  return (
    <form
      noValidate
      className="counter-form"
      onSubmit={(event) => {
        event.preventDefault();
        setAttempt(attempt + 1);
        if (missing.length === 0) ask(name === '' ? { organisation } : { of: name });
      }}
    >
      <ErrorSummary problems={problems} attempt={attempt} />
      {organisations.isError && <Failure error={organisations.error} retry={() => void organisations.refetch()} />}
      <SelectField
        id="accounts-organisation"
        label={t('accounts.organisation')}
        problem={problemOf('accounts-organisation')}
        empty={t('accounts.choose')}
        options={(organisations.data ?? []).map(({ id, name: label }) => ({ value: id, label }))}
        value={organisation}
        onChange={setOrganisation}
      />
      <TextField
        id="accounts-of"
        label={t('accounts.of')}
        hint={t('accounts.ofHint')}
        problem={problemOf('accounts-of')}
        value={of}
        onChange={setOf}
        maxLength={60}
      />
      <div className="actions">
        <button type="submit" className="button">
          {t('accounts.find')}
        </button>
      </div>
    </form>
  );
}

function People({ officer, question }: { readonly officer: Officer; readonly question: AccountsQuestion }) {
  const { t } = useTranslation();
  const colleagues = useColleagues(officer);
  const found = useQuery(accountsQuery(officer, question));
  if (found.isError) return <Failure error={found.error} retry={() => void found.refetch()} />;
  if (found.data === undefined) return <Waiting>{t('accounts.looking')}</Waiting>;
  return (
    <section aria-labelledby="accounts-found">
      <h2 id="accounts-found">{t('accounts.found', { count: found.data.length })}</h2>
      {found.data.length === 0 ? (
        <Notice tone="quiet" title={t('accounts.nobody')} live="status">
          <p>{t('accounts.nobodyWords')}</p>
        </Notice>
      ) : (
        <p className="measure soft">{t('accounts.marks')}</p>
      )}
      <ul className="list">
        {found.data.map((person) => (
          <PersonItem
            key={person.name}
            officer={officer}
            person={person}
            colleague={person.kid === undefined ? undefined : colleagues.findName(person.kid)}
            changed={() => void found.refetch()}
          />
        ))}
      </ul>
    </section>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { PageHeading } from '../design/PageHeading.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { useColleagues } from '../desk/use-colleagues.ts';
import { TextField } from '../forms/TextField.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { OfficerOnly } from '../officer/OfficerOnly.tsx';
import type { Officer } from '../officer/use-officer.ts';
import { Reach } from './Reach.tsx';
import { useRightsWords } from './use-rights-words.ts';

const CASE = /^[\w-]{22}$/;
const KEY = /^[\w-]{43}$/;

/** 谁能看到、某人能看到什么: both asked of the chain's own decision, key by key. */
export function WhoSeesPage() {
  const { t } = useTranslation();
  return <OfficerOnly title={t('who.title')}>{(officer) => <WhoSees officer={officer} />}</OfficerOnly>;
}

function WhoSees({ officer }: { readonly officer: Officer }) {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const [text, setText] = useState(params.get('of') ?? '');
  const of = params.get('of') ?? '';
  const isWrong = of !== '' && !CASE.test(of) && !KEY.test(of);
  return (
    <>
      <PageHeading
        title={t('who.title')}
        lead={t('who.lead')}
        back={{ to: '/officer/rights', label: t('rights.title') }}
      />
      <form
        noValidate
        className="counter-form"
        onSubmit={(event) => {
          event.preventDefault();
          setParams({ of: text.trim() });
        }}
      >
        <TextField
          id="who-of"
          label={t('who.of')}
          hint={t('who.ofHint')}
          problem={isWrong ? t('who.wrong') : undefined}
          value={text}
          onChange={setText}
          maxLength={60}
        />
        <div className="actions">
          <button type="submit" className="button">
            {t('who.go')}
          </button>
          <button
            type="button"
            className="button second"
            onClick={() => {
              setText(officer.signer.publicKey.kid);
              setParams({ of: officer.signer.publicKey.kid });
            }}
          >
            {t('who.me')}
          </button>
        </div>
      </form>
      {CASE.test(of) && <Readers officer={officer} id={of} />}
      {KEY.test(of) && <Reach officer={officer} kid={of} />}
    </>
  );
}

interface ReadersProps {
  readonly officer: Officer;
  readonly id: string;
}

function Readers({ officer, id }: ReadersProps) {
  const { t } = useTranslation();
  const words = useRightsWords();
  const colleagues = useColleagues(officer);
  const asked = useQuery({
    queryKey: ['readers', officer.session.token, id],
    retry: false,
    queryFn: () => officer.client.get('/api/access/readers', { case: id }),
  });
  if (asked.isError) return <Failure error={asked.error} retry={() => void asked.refetch()} />;
  if (asked.data === undefined) return <Waiting>{t('site.loading')}</Waiting>;
  const { readers, holder, partial } = asked.data;
  return (
    <section aria-labelledby="readers">
      <h2 id="readers">{t('who.readers', { count: readers.length })}</h2>
      {holder && <p>{t('who.holder')}</p>}
      {readers.length === 0 && <Notice tone="quiet" title={t('who.nobody')} />}
      <ul className="list">
        {readers.map(({ kid, org, because, grades }) => (
          <li className="right-item" key={kid}>
            <p>
              <strong>{colleagues.findName(kid) ?? t('who.key', { kid: kid.slice(0, 8) })}</strong> {words.orgName(org)}
            </p>
            <p className="small">
              {t(`who.because.${String(because.by)}`, { role: words.roleName(String(because.role ?? '')) })}
              {grades.length < 3 && ` ${t('who.partly')}`}
            </p>
          </li>
        ))}
      </ul>
      {partial && <p>{t('rules.partial')}</p>}
    </section>
  );
}

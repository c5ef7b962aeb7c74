import { createCaseKey, indexedDbKeyStore, randomId } from '@minglu/sdk';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { Failure } from '../../design/Failure.tsx';
import { Notice } from '../../design/Notice.tsx';
import { PageHeading } from '../../design/PageHeading.tsx';
import { Waiting } from '../../design/Waiting.tsx';
import { Choices } from '../../forms/Choices.tsx';
import { ErrorSummary } from '../../forms/ErrorSummary.tsx';
import { TextField } from '../../forms/TextField.tsx';
import { tellMissing } from '../../forms/tell-missing.ts';
import { useAttempt } from '../../forms/use-attempt.ts';
import { useTranslation } from '../../language/use-translation.ts';
import { api, departmentAt } from '../../server/api.ts';
import { cityQuery } from '../../server/queries.ts';
import { type Session, useSession } from '../../session/session.ts';
import { signByKey } from '../licence/sign-by-key.ts';
import { keepAnnulment } from './own-annulments.ts';

const ATTEST_TIMEOUT_MS = 90_000;

/** 申请撤销登记 (条例 40): by whoever is affected, with no key but the one made here. */
export function AskAnnulmentPage() {
  const { t } = useTranslation();
  const { number = '' } = useParams();
  const { session } = useSession();
  const licence = useQuery({
    queryKey: ['asked-licence', number],
    queryFn: () => api.get('/api/licences/{number}', { number }),
  });
  const city = useQuery(cityQuery);
  const failed = [licence, city].find(({ isError }) => isError);
  if (failed !== undefined) {
    return (
      <>
        <PageHeading title={t('annulment.ask')} />
        <Failure error={failed.error} retry={() => void failed.refetch()} />
      </>
    );
  }
  if (licence.data === undefined || city.data === undefined) return <Waiting>{t('site.loading')}</Waiting>;
  const { tradeName, organ, service } = licence.data.licence;
  const lead = t('annulment.askLead', { name: String(tradeName), number });
  return (
    <>
      <PageHeading title={t('annulment.ask')} lead={lead} back={{ to: `/verify/${number}`, label: t('nav.verify') }} />
      {session === undefined ? (
        <Notice tone="warn" title={t('annulment.signIn')}>
          <p>
            <Link to="/sign-in" state={{ from: `/annulment/ask/${number}` }}>
              {t('demo.signIn')}
            </Link>
          </p>
        </Notice>
      ) : (
        <AskForm
          about={{
            ...{ number, organ: String(organ), service: String(service), chain: city.data.chain },
            tradeName: String(tradeName ?? ''),
          }}
          session={session}
        />
      )}
    </>
  );
}

interface AskFormProps {
  readonly about: {
    readonly number: string;
    readonly organ: string;
    readonly service: string;
    readonly chain: string;
    readonly tradeName: string;
  };
  readonly session: Session;
}

function AskForm({ about, session }: AskFormProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [ground, setGround] = useState<string>();
  const [statement, setStatement] = useState('');
  const missing = [
    ...(ground === undefined ? ['annulment-ground'] : []),
    ...(statement.trim() === '' ? ['annulment-statement'] : []),
  ];
  const sending = useAttempt(async () => {
    const { number, organ, service, chain, tradeName } = about;
    const { kid } = (await createCaseKey(indexedDbKeyStore())).publicKey;
    const id = randomId();
    const department = departmentAt(session.endpoint, ATTEST_TIMEOUT_MS);
    const attestation = await department.attest({ token: session.token, chain, service, case: id, holder: kid });
    const body = { number, ground: ground ?? '' };
    const sealed = { statement };
    await signByKey({ kid, id, deed: 'annulments.ask', body, sealed, organ, attestations: [attestation] });
    keepAnnulment({ id, kid, tradeName });
    navigate(`/annulment/${id}`);
  });
  const { problems, problemOf } = tellMissing(sending.attempt, missing, (field) => t(`annulment.missing.${field}`));
  return (
    <form noValidate onSubmit={sending.submit(missing.length === 0)}>
      <p className="soft measure">{t('annulment.askWords')}</p>
      <ErrorSummary problems={problems} attempt={sending.attempt} />
      <Choices
        id="annulment-ground"
        legend={t('annulment.ground')}
        problem={problemOf('annulment-ground')}
        choices={['identity-used', 'false-papers'].map((value) => ({ value, label: t(`annulmentGrounds.${value}`) }))}
        value={ground}
        onChange={setGround}
      />
      <TextField
        id="annulment-statement"
        label={t('annulment.statement')}
        hint={t('annulment.statementHint')}
        problem={problemOf('annulment-statement')}
        value={statement}
        lines={5}
        maxLength={2000}
        onChange={setStatement}
      />
      {sending.error !== undefined && <Failure error={sending.error} />}
      <div className="actions">
        <button type="submit" className="button" disabled={sending.busy}>
          {t('annulment.askGo')}
        </button>
      </div>
    </form>
  );
}

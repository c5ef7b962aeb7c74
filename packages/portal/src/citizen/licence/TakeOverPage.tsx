import { discloseCommitment } from '@minglu/protocol';
import { createCaseKey, indexedDbKeyStore, randomId } from '@minglu/sdk';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { Failure } from '../../design/Failure.tsx';
import { Notice } from '../../design/Notice.tsx';
import { PageHeading } from '../../design/PageHeading.tsx';
import { Waiting } from '../../design/Waiting.tsx';
import { ErrorSummary } from '../../forms/ErrorSummary.tsx';
import { TextField } from '../../forms/TextField.tsx';
import { useAttempt } from '../../forms/use-attempt.ts';
import { useTranslation } from '../../language/use-translation.ts';
import { api, departmentAt } from '../../server/api.ts';
import { cityQuery } from '../../server/queries.ts';
import { type Session, useSession } from '../../session/session.ts';
import { saveCase } from '../../store/case-store.ts';
import { localRecord } from '../../store/local-record.ts';
import type { HeldLicence } from './held-licence.ts';
import { signByKey } from './sign-by-key.ts';

const ATTEST_TIMEOUT_MS = 90_000;

/** The code was read out to the one who leaves: it must be the same after the page was closed. */
function codeOf(number: string) {
  return localRecord(`minglu.take-over.${number}`, (raw) => (typeof raw === 'string' ? raw : undefined));
}

/** 变更经营者 (促进条例 13), the side of whoever takes over: a key of one's own, a checked identity, the taxes settled. */
export function TakeOverPage() {
  const { t } = useTranslation();
  const { number = '' } = useParams();
  const { session } = useSession();
  const licence = useQuery({
    queryKey: ['take-over', number],
    refetchInterval: 3_000,
    queryFn: async () => {
      const answer = await api.get('/api/licences/{number}', { number });
      return answer.licence as unknown as HeldLicence['licence'];
    },
  });
  const [code, setCode] = useState(() => codeOf(number).read());
  const begin = useAttempt(async () => {
    const { kid } = (await createCaseKey(indexedDbKeyStore())).publicKey;
    codeOf(number).write(kid);
    setCode(kid);
  });
  if (licence.isError) {
    return (
      <>
        <PageHeading title={t('takeOver.title')} />
        <Failure error={licence.error} retry={() => void licence.refetch()} />
      </>
    );
  }
  if (licence.data === undefined) return <Waiting>{t('site.loading')}</Waiting>;
  const isNamed = code !== undefined && licence.data.successorKid === code;
  return (
    <>
      <PageHeading title={t('takeOver.title')} lead={t('takeOver.lead', { name: licence.data.tradeName, number })} />
      {session === undefined && (
        <Notice tone="warn" title={t('takeOver.signIn')}>
          <p>
            <Link to="/sign-in" state={{ from: `/take-over/${number}` }}>
              {t('demo.signIn')}
            </Link>
          </p>
        </Notice>
      )}
      {session !== undefined && code === undefined && (
        <div className="actions">
          <button type="button" className="button" disabled={begin.busy} onClick={() => begin.run()}>
            {t('takeOver.begin')}
          </button>
        </div>
      )}
      {code !== undefined && !isNamed && (
        <Notice tone="brand" title={t('takeOver.code')}>
          <p>
            <code>{code}</code>
          </p>
          <p>{t('takeOver.codeWords')}</p>
        </Notice>
      )}
      {session !== undefined && isNamed && (
        <Asking number={number} licence={licence.data} kid={code} session={session} />
      )}
    </>
  );
}

interface AskingProps {
  readonly number: string;
  readonly licence: HeldLicence['licence'];
  readonly kid: string;
  readonly session: Session;
}

function Asking({ number, licence, kid, session }: AskingProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const city = useQuery(cityQuery);
  const [name, setName] = useState(session.name);
  const [clearance, setClearance] = useState('');
  const isReady = name.trim() !== '' && clearance.trim() !== '' && city.data !== undefined;
  const sending = useAttempt(async () => {
    if (city.data === undefined) return;
    const id = randomId();
    const { chain } = city.data;
    const { token, endpoint } = session;
    const { service, organ, tradeName, scope, region } = licence;
    const department = departmentAt(endpoint, ATTEST_TIMEOUT_MS);
    const attestation = await department.attest({ token, chain, service, case: id, holder: kid });
    const operator = { salt: randomId(), value: name.trim() };
    const commitment = discloseCommitment(operator.salt, operator.value);
    const body = { number, operator: commitment, particulars: ['operator-name'] };
    const sealed = { 'operator-name': operator.value, 'tax-clearance': clearance };
    const deed = 'licences.apply-change';
    await signByKey({ kid, id, deed, body, sealed, organ, attestations: [attestation] });
    const own = { id, service, createdAt: Date.now(), kid, body: { tradeName, scope, region } };
    await saveCase({ ...own, operator, transaction: '', sidecar: '' });
    navigate(`/cases/${id}`);
  });
  const problem = sending.attempt > 0 && clearance.trim() === '' ? t('closing.missing.close-clearance') : undefined;
  return (
    <form noValidate onSubmit={sending.submit(isReady)}>
      <Notice tone="good" title={t('takeOver.named')} live="status" />
      <ErrorSummary
        problems={problem === undefined ? [] : [{ field: 'take-over-clearance', words: problem }]}
        attempt={sending.attempt}
      />
      <TextField id="take-over-name" label={t('takeOver.name')} value={name} maxLength={40} onChange={setName} />
      <TextField
        id="take-over-clearance"
        label={t('closing.clearance')}
        hint={t('closing.clearanceHint')}
        problem={problem}
        value={clearance}
        maxLength={80}
        onChange={setClearance}
      />
      {sending.error !== undefined && <Failure error={sending.error} />}
      <div className="actions">
        <button type="submit" className="button" disabled={sending.busy}>
          {t('change.go')}
        </button>
      </div>
    </form>
  );
}

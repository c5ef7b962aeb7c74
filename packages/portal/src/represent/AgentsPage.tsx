import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { PageHeading } from '../design/PageHeading.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { fetchCase } from '../server/ledger.ts';
import { servicesQuery } from '../server/queries.ts';
import { findCase, type StoredCase } from '../store/case-store.ts';
import { AppointForm } from './AppointForm.tsx';
import { adoptMatters } from './adopt-matters.ts';
import { GivenMandate } from './GivenMandate.tsx';
import type { Mandate } from './mandate.ts';
import { givenMandatesQuery } from './mandates.ts';

/** 委托他人办理: whom the holder of a case lets act in his place, what each of them did, and the way to end it at once. */
export function AgentsPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const stored = useQuery({ queryKey: ['stored-case', id], queryFn: async () => (await findCase(id)) ?? null });
  const heading = (
    <PageHeading
      title={t('represent.title')}
      lead={t('represent.lead')}
      back={{ to: `/cases/${id}`, label: t('case.title') }}
    />
  );
  if (stored.isPending) return <Waiting>{t('site.loading')}</Waiting>;
  const own = stored.data ?? undefined;
  return (
    <>
      {heading}
      {own === undefined || own.represented !== undefined ? (
        <Notice tone="warn" title={t('represent.holderOnly')}>
          <p>{t('represent.holderOnlyWords')}</p>
          <p>
            <Link to="/represent">{t('represent.own')}</Link>
          </p>
        </Notice>
      ) : (
        <Agents stored={own} />
      )}
    </>
  );
}

function Agents({ stored }: { readonly stored: StoredCase }) {
  const { t } = useTranslation();
  const [isAppointing, setAppointing] = useState(false);
  const [isDone, setDone] = useState(false);
  const services = useQuery(servicesQuery);
  const given = useQuery({ ...givenMandatesQuery(stored.kid), refetchInterval: 5_000 });
  // What an agent filed is the holder's: it stands among his own from here on.
  useQuery({
    queryKey: ['adopted', stored.kid, given.dataUpdatedAt],
    enabled: given.data !== undefined,
    queryFn: () => adoptMatters(stored, given.data ?? [], (id) => fetchCase(id)),
  });
  const service = services.data?.find(({ id }) => id === stored.service);
  const mandates = given.data ?? [];
  return (
    <>
      {isDone && (
        <Notice tone="good" title={t('represent.appointed')} live="status">
          <p>{t('represent.appointedWords')}</p>
        </Notice>
      )}
      {given.isPending && <Waiting>{t('site.loading')}</Waiting>}
      {given.isError && <Failure error={given.error} retry={() => void given.refetch()} />}
      {given.isSuccess && mandates.length === 0 && !isAppointing && (
        <Notice tone="quiet" title={t('represent.none')}>
          <p>{t('represent.noneWords')}</p>
        </Notice>
      )}
      <MandateList mandates={mandates} again={() => void given.refetch()} kid={stored.kid} />
      {isAppointing ? (
        <AppointForm
          stored={stored}
          isRegistration={service?.isRegistration !== false}
          close={() => setAppointing(false)}
          done={() => {
            setAppointing(false);
            setDone(true);
            void given.refetch();
          }}
        />
      ) : (
        <div className="actions">
          <button
            type="button"
            className="button"
            onClick={() => {
              setAppointing(true);
              setDone(false);
            }}
          >
            {t('represent.begin')}
          </button>
        </div>
      )}
    </>
  );
}

interface MandateListProps {
  readonly mandates: readonly Mandate[];
  /** Key of the case. */
  readonly kid: string;
  readonly again: () => void;
}

function MandateList({ mandates, kid, again }: MandateListProps) {
  const inOrder = [...mandates.filter((one) => one.inForce), ...mandates.filter((one) => !one.inForce)];
  return (
    <ul className="list mandates">
      {inOrder.map((mandate) => (
        <GivenMandate key={mandate.transaction} mandate={mandate} kid={kid} again={again} />
      ))}
    </ul>
  );
}

import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Failure } from '../design/Failure.tsx';
import { PageHeading } from '../design/PageHeading.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { CaseDocuments } from '../documents/CaseDocuments.tsx';
import { holderDoor } from '../documents/open-document-door.ts';
import { ContactSection } from '../inbox/ContactSection.tsx';
import { KeySection } from '../keys/KeySection.tsx';
import type { CaseRecord } from '../server/ledger.ts';
import { nameOfCase } from '../server/name-of-case.ts';
import { serviceOf } from '../server/office.ts';
import { servicesQuery } from '../server/queries.ts';
import { CaseClocks } from './CaseClocks.tsx';
import { CaseFacts } from './CaseFacts.tsx';
import { CaseHistory } from './CaseHistory.tsx';
import { CaseLicence } from './CaseLicence.tsx';
import { CaseReceipt } from './CaseReceipt.tsx';
import { CaseWords } from './CaseWords.tsx';
import { DecisionTrace } from './DecisionTrace.tsx';
import { HolderDeeds } from './HolderDeeds.tsx';
import { MatterFacts } from './MatterFacts.tsx';
import { ownCaseQuery } from './own-case.ts';

/** Only what came back is filed anew: nobody else fetches it. */
const FileAnew = lazy(async () => ({ default: (await import('./FileAnew.tsx')).FileAnew }));
const OwnDocuments = lazy(async () => ({ default: (await import('../vault/OwnDocuments.tsx')).OwnDocuments }));

/** One case, as its holder sees it: decision first, then why, then the proof. */
export function CasePage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const own = useQuery({ ...ownCaseQuery(id), refetchInterval: 5_000 });
  const services = useQuery(servicesQuery);
  const back = { to: '/cases', label: t('nav.cases') };
  if (own.isPending || services.isPending) return <Waiting>{t('site.loading')}</Waiting>;
  if (own.data === undefined) {
    return (
      <>
        <PageHeading title={t('case.title')} back={back} />
        <Failure error={own.error} retry={() => void own.refetch()} />
      </>
    );
  }
  const { found, stored, events } = own.data;
  const record = found.case;
  const service = serviceOf(
    services.data?.find((one) => one.id === record.service),
    record.organ,
  );
  const body = stored?.body ?? record.body;
  return (
    <>
      <PageHeading
        title={t(headlineOf(record), {
          name: nameOfCase(id, body, t),
        })}
        back={back}
      />
      <CaseWords id={id} record={record} events={events} service={service} />
      {record.matter !== undefined && <MatterFacts matter={record.matter} />}
      {stored !== undefined && isEnded(record) && (
        <Suspense fallback={null}>
          <FileAnew record={record} stored={stored} />
        </Suspense>
      )}
      {stored !== undefined && service?.hasProcedure !== false && (
        <HolderDeeds record={record} stored={stored} done={() => void own.refetch()} />
      )}
      {record.licence !== undefined && <CaseLicence number={record.licence} stored={stored} service={service} />}
      <CaseDocuments id={id} events={events} door={stored === undefined ? undefined : holderDoor(stored)} />
      {record.licence !== undefined && stored !== undefined && <LicenceDeskLink id={id} />}
      {found.file?.trace !== undefined && (
        <>
          <h2>{t('case.why')}</h2>
          <DecisionTrace trace={found.file.trace} service={service} />
        </>
      )}
      <h2>{t('clocks.title')}</h2>
      <CaseClocks record={record} />
      <h2>{t('case.answers')}</h2>
      <CaseFacts found={found} service={service} body={body} operator={stored?.operator.value} />
      {stored?.attachments !== undefined && (
        <>
          <h2>{t('attachments.title')}</h2>
          <Suspense fallback={<Waiting>{t('site.loading')}</Waiting>}>
            <OwnDocuments pages={stored.attachments} />
          </Suspense>
        </>
      )}
      <h2>{t('keys.caseTitle')}</h2>
      <KeySection key={stored?.kid} stored={stored} />
      {stored !== undefined && (
        <>
          <h2>{t('contact.title')}</h2>
          <ContactSection stored={stored} />
        </>
      )}
      <h2>{t('case.history')}</h2>
      <CaseHistory events={events} />
      <h2>{t('case.receipt')}</h2>
      <CaseReceipt id={id} />
    </>
  );
}

/** 准予变更 is not 准予登记: an application about a licence has words of its own. */
function headlineOf({ status, matter }: CaseRecord): string {
  return matter === undefined ? `case.headline.${status}` : `matterHeadlines.${matter.kind}-${status}`;
}

function LicenceDeskLink({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  return (
    <p>
      <Link to={`/cases/${id}/licence`}>{t('licenceDesk.link')}</Link>
    </p>
  );
}

function isEnded({ status }: CaseRecord): boolean {
  return status === 'returned' || status === 'withdrawn';
}

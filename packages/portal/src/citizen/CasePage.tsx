import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Link, useParams } from 'react-router';
import { Failure } from '../design/Failure.tsx';
import { PageHeading } from '../design/PageHeading.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { CaseDocuments } from '../documents/CaseDocuments.tsx';
import { holderDoor } from '../documents/open-document-door.ts';
import { ContactSection } from '../inbox/ContactSection.tsx';
import { KeySection } from '../keys/KeySection.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { headingOfCase } from '../server/heading-of-case.ts';
import type { CaseBody, CaseRecord } from '../server/ledger.ts';
import { serviceOf } from '../server/office.ts';
import { servicesQuery } from '../server/queries.ts';
import type { Service } from '../server/service.ts';
import type { StoredCase } from '../store/case-store.ts';
import { mayAct } from '../store/may-act.ts';
import { CaseClocks } from './CaseClocks.tsx';
import { CaseFacts } from './CaseFacts.tsx';
import { CaseHistory } from './CaseHistory.tsx';
import { CaseLicence } from './CaseLicence.tsx';
import { CaseReceipt } from './CaseReceipt.tsx';
import { CaseWords } from './CaseWords.tsx';
import { DecisionTrace } from './DecisionTrace.tsx';
import { HolderDeeds } from './HolderDeeds.tsx';
import { MatterFacts } from './MatterFacts.tsx';
import { type OwnCase, ownCaseQuery } from './own-case.ts';

/** Few act for somebody else. */
const RepresentingNotice = lazy(async () => ({
  default: (await import('../represent/RepresentingNotice.tsx')).RepresentingNotice,
}));
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
  const { record, service, body } = shownOf(own.data, services.data ?? []);
  return (
    <>
      <PageHeading title={headingOfCase(headlineOf(record, service), body, t)} back={back} />
      {own.data.stored?.represented !== undefined && (
        <Suspense fallback={null}>
          <RepresentingNotice stored={own.data.stored} />
        </Suspense>
      )}
      <CaseWords id={id} record={record} events={own.data.events} service={service} />
      {record.matter !== undefined && <MatterFacts matter={record.matter} />}
      <HolderActs own={own.data} service={service} done={() => void own.refetch()} />
      <CaseResults own={own.data} service={service} />
      <h2>{t('clocks.title')}</h2>
      <CaseClocks record={record} />
      <CaseAnswers own={own.data} service={service} body={body} />
      {own.data.stored?.represented === undefined && <HolderKeeps stored={own.data.stored} />}
      <h2>{t('case.history')}</h2>
      <CaseHistory events={own.data.events} />
      <h2>{t('case.receipt')}</h2>
      <CaseReceipt id={id} />
    </>
  );
}

/** The case, its service as the answering organ gives it, and what was applied for as far as it is known here. */
function shownOf({ found, stored }: OwnCase, services: readonly Service[]) {
  const record = found.case;
  const service = serviceOf(
    services.find((one) => one.id === record.service),
    record.organ,
  );
  return { record, service, body: stored?.body ?? record.body };
}

interface OwnCaseProps {
  readonly own: OwnCase;
  readonly service: Service | undefined;
}

/** What only the holder of the key can do. */
function HolderActs({ own, service, done }: OwnCaseProps & { readonly done: () => void }) {
  const { stored } = own;
  const record = own.found.case;
  if (stored === undefined) return null;
  return (
    <>
      {isEnded(record) && mayFileAnew(record, stored) && (
        <Suspense fallback={null}>
          <FileAnew record={record} stored={stored} />
        </Suspense>
      )}
      {service?.hasProcedure !== false && <HolderDeeds record={record} stored={stored} done={done} />}
    </>
  );
}

/** What came of it: licence, documents, and why. */
function CaseResults({ own, service }: OwnCaseProps) {
  const { t } = useTranslation();
  const { found, stored, events } = own;
  const { id, file } = found;
  const { licence } = found.case;
  return (
    <>
      {licence !== undefined && <CaseLicence number={licence} stored={stored} service={service} />}
      <CaseDocuments id={id} events={events} door={doorOf(stored)} />
      {licence !== undefined && stored !== undefined && service?.isRegistration !== false && (
        <LicenceDeskLink id={id} />
      )}
      {file?.trace !== undefined && (
        <>
          <h2>{t('case.why')}</h2>
          <DecisionTrace trace={file.trace} service={service} />
        </>
      )}
    </>
  );
}

/** Letters are for the holder, and for whoever may read in his place. */
function doorOf(stored: StoredCase | undefined) {
  return stored !== undefined && mayAct(stored, 'cases.read') ? holderDoor(stored) : undefined;
}

/** What was applied for, with the pages handed in. */
function CaseAnswers({ own, service, body }: OwnCaseProps & { readonly body: CaseBody | undefined }) {
  const { t } = useTranslation();
  const { found, stored } = own;
  return (
    <>
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
    </>
  );
}

/** The key of the case, and where its holder is reached. */
function HolderKeeps({ stored }: { readonly stored: StoredCase | undefined }) {
  const { t } = useTranslation();
  return (
    <>
      <h2>{t('keys.caseTitle')}</h2>
      <KeySection key={stored?.kid} stored={stored} />
      {stored !== undefined && (
        <>
          <h2>{t('contact.title')}</h2>
          <ContactSection stored={stored} />
          <p>
            <Link to={`/footprint?case=${stored.id}`}>{t('footprint.link')}</Link>
          </p>
          <h2>{t('represent.title')}</h2>
          <p>
            <Link to={`/cases/${stored.id}/agents`}>{t('represent.link')}</Link>
          </p>
        </>
      )}
    </>
  );
}

/** 准予变更 is not 准予登记: an application about a licence has words of its own. */
function headlineOf({ status, matter }: CaseRecord, service: Service | undefined): string {
  if (matter !== undefined) return `matterHeadlines.${matter.kind}-${status}`;
  // 准予许可 is not 准予登记 either (行政许可法 38).
  return service?.isRegistration === false ? `permitHeadlines.${status}` : `case.headline.${status}`;
}

function LicenceDeskLink({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  return (
    <p>
      <Link to={`/cases/${id}/licence`}>{t('licenceDesk.link')}</Link>
    </p>
  );
}

/** An application of its own is filed by its own key: an agent files anew what was about a licence, where he may apply. */
function mayFileAnew({ matter }: CaseRecord, stored: StoredCase): boolean {
  if (stored.represented === undefined) return true;
  return (
    matter !== undefined &&
    mayAct(stored, matter.kind === 'change' ? 'licences.apply-change' : 'licences.apply-closing')
  );
}

function isEnded({ status }: CaseRecord): boolean {
  return status === 'returned' || status === 'withdrawn';
}

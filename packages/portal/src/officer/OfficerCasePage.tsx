import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation, useParams } from 'react-router';
import { CaseClocks } from '../citizen/CaseClocks.tsx';
import { CaseFacts } from '../citizen/CaseFacts.tsx';
import { CaseHistory } from '../citizen/CaseHistory.tsx';
import { DecisionTrace } from '../citizen/DecisionTrace.tsx';
import { MatterFacts } from '../citizen/MatterFacts.tsx';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { PageHeading } from '../design/PageHeading.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { type Colleagues, useColleagues } from '../desk/use-colleagues.ts';
import { CaseDocuments } from '../documents/CaseDocuments.tsx';
import { officerDoor } from '../documents/open-document-door.ts';
import { useTranslation } from '../language/use-translation.ts';
import { readProposal } from '../proof/read-trace.ts';
import { Lacking } from '../rights/Lacking.tsx';
import { mayQuery } from '../rights/may-query.ts';
import { headingOfCase } from '../server/heading-of-case.ts';
import type { CaseFile, FoundCase } from '../server/ledger.ts';
import { serviceOf } from '../server/office.ts';
import { servicesQuery } from '../server/queries.ts';
import type { Service } from '../server/service.ts';
import { ownDoor } from '../unmask/envelope-door.ts';
import { usePurpose } from '../unmask/use-purpose.ts';
import { CaseAttachments } from '../vault/CaseAttachments.tsx';
import { AgentsOfCase } from './AgentsOfCase.tsx';
import { AttestedFacts } from './AttestedFacts.tsx';
import { CaseDeeds } from './CaseDeeds.tsx';
import { DecideForm } from './DecideForm.tsx';
import { readWalk } from './desk-walk.ts';
import { Envelopes } from './Envelopes.tsx';
import { FiledByAgent } from './FiledByAgent.tsx';
import { ForeignFile } from './ForeignFile.tsx';
import { GivenApprovals } from './GivenApprovals.tsx';
import { NextCase } from './NextCase.tsx';
import { OfficerOnly } from './OfficerOnly.tsx';
import { OtherOrgansCase } from './OtherOrgansCase.tsx';
import { officerCaseQuery, type OfficerCase as ReadCase } from './officer-case.ts';
import { ReviewForm } from './ReviewForm.tsx';
import { SentMessages } from './SentMessages.tsx';
import type { Officer } from './use-officer.ts';

export function OfficerCasePage() {
  const { t } = useTranslation();
  return <OfficerOnly title={t('officer.case')}>{(officer) => <OfficerCase officer={officer} />}</OfficerOnly>;
}

function OfficerCase({ officer }: { readonly officer: Officer }) {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const services = useQuery(servicesQuery);
  const read = useQuery(officerCaseQuery(id, officer));
  const colleagues = useColleagues(officer);
  const walk = readWalk(useLocation().state);
  const [decided, setDecided] = useState<string>();
  const back = { to: `/officer${walk.desk === '' ? '' : `?${walk.desk}`}`, label: t('officer.queue') };
  if (read.isError) {
    return (
      <>
        <PageHeading title={t('officer.case')} back={back} />
        <Failure error={read.error} retry={() => void read.refetch()} />
      </>
    );
  }
  if (read.data === undefined || services.isPending) return <Waiting>{t('site.loading')}</Waiting>;
  const { found, named } = read.data;
  const { case: record } = found;
  const service = serviceOf(
    services.data?.find((one) => one.id === record.service),
    record.organ,
  );
  const done = () => void read.refetch();
  if (record.organ !== officer.session.department) {
    if (found.file === undefined)
      return <OtherOrgansCase found={found} service={service} officer={officer} changed={done} />;
    const opened = { read: read.data, service, officer, colleagues };
    return <ForeignFile {...opened} changed={done} />;
  }
  return (
    <>
      <PageHeading title={headingOfCase('officer.caseOf', named, t)} back={back} />
      {(decided === id || (walk.desk !== '' && record.status === 'pending')) && (
        <NextCase officer={officer} id={id} walk={walk} isDone={decided === id} />
      )}
      <FileToRead read={read.data} service={service} officer={officer} colleagues={colleagues} done={done} />
      <CaseAnswerForms
        found={found}
        service={service}
        officer={officer}
        done={() => {
          setDecided(id);
          done();
        }}
      />
    </>
  );
}

interface FileToReadProps {
  readonly read: ReadCase;
  readonly service: Service | undefined;
  readonly officer: Officer;
  readonly colleagues: Colleagues;
  readonly done: () => void;
}

/** All there is to read before deciding, and the deeds that decide nothing. */
function FileToRead({ read, service, officer, colleagues, done }: FileToReadProps) {
  const { t } = useTranslation();
  const { found, events } = read;
  const { id, case: record, file } = found;
  const purpose = usePurpose();
  return (
    <>
      {file?.plain.channel === 'counter' && <CameOver id={id} />}
      <FiledByAgent events={events} />
      {record.matter !== undefined && <MatterFacts matter={record.matter} />}
      <CaseFacts found={found} service={service} body={record.body} operator={undefined} />
      {record.licence !== undefined && <LicenceLink number={record.licence} />}
      <Proposal file={file} service={service} />
      <h2>{t('officer.attested')}</h2>
      <AttestedFacts id={id} officer={officer} file={file} colleagues={colleagues} />
      <GivenApprovals file={file} service={service} />
      <Envelopes found={found} service={service} door={ownDoor(officer.session)} purpose={purpose} />
      <h2>{t('attachments.title')}</h2>
      <CaseAttachments id={id} file={file} officer={officer} purpose={purpose} />
      <CaseDocuments id={id} events={events} door={officerDoor(officer.session, id)} at={`/officer/cases/${id}`} />
      <h2>{t('inbox.sent')}</h2>
      <SentMessages id={id} session={officer.session} />
      <h2>{t('represent.atWindow')}</h2>
      <AgentsOfCase id={id} officer={officer} />
      <h2>{t('case.history')}</h2>
      <CaseHistory events={events} />
      <h2>{t('clocks.title')}</h2>
      <CaseClocks record={record} />
      <CaseDeeds id={id} record={record} officer={officer} colleagues={colleagues} done={done} />
    </>
  );
}

interface CaseAnswerFormsProps {
  readonly found: FoundCase;
  readonly service: Service | undefined;
  readonly officer: Officer;
  readonly done: () => void;
}

/** A request for review that waits is answered, a case that waits is decided. */
function CaseAnswerForms({ found, service, officer, done }: CaseAnswerFormsProps) {
  const { id, case: record } = found;
  const isWaiting = record.status === 'pending';
  const may = useQuery({ ...mayQuery(officer, { case: id }, ['cases.decide']), enabled: isWaiting });
  if (service === undefined) return null;
  const lack = may.data?.find(({ deed }) => deed === 'cases.decide')?.lacking;
  if (isWaiting && lack !== undefined) return <Lacking lack={lack} />;
  return (
    <>
      {record.review !== undefined && record.review.outcome === undefined && (
        <ReviewForm id={id} officer={officer} service={service} answered={done} />
      )}
      {isWaiting && (
        <DecideForm key={id} id={id} officer={officer} service={service} matter={record.matter?.kind} decided={done} />
      )}
    </>
  );
}

function CameOver({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  return (
    <Notice tone="brand" title={t('counter.cameOver')}>
      <p>
        <Link to={`/officer/cases/${id}/receipt`}>{t('counter.again')}</Link>
      </p>
    </Notice>
  );
}

function LicenceLink({ number }: { readonly number: string }) {
  const { t } = useTranslation();
  return (
    <p>
      <Link to={`/officer/licences/${number}`}>{t('officer.licence', { number })}</Link>
    </p>
  );
}

/** What the machine would have done, and why: a proposal, which decides nothing. */
function Proposal({ file, service }: { readonly file: CaseFile | undefined; readonly service: Service | undefined }) {
  const { t } = useTranslation();
  const proposal = readProposal(file?.trace);
  return (
    <>
      <h2>{t('officer.proposal')}</h2>
      {file?.erased === true && <Notice tone="warn" title={t('officer.erased')} />}
      {proposal !== undefined && (
        <Notice tone={proposal === 'grant' ? 'good' : 'warn'} title={t(`officer.proposals.${proposal}`)} />
      )}
      {file?.trace !== undefined && <DecisionTrace trace={file.trace} service={service} />}
    </>
  );
}

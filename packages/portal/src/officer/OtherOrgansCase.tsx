import { CaseFacts } from '../citizen/CaseFacts.tsx';
import { Notice } from '../design/Notice.tsx';
import { PageHeading } from '../design/PageHeading.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { DeclareEmergency } from '../rights/DeclareEmergency.tsx';
import { Lacking } from '../rights/Lacking.tsx';
import type { FoundCase } from '../server/ledger.ts';
import type { Service } from '../server/service.ts';
import type { Officer } from './use-officer.ts';

interface OtherOrgansCaseProps {
  readonly found: FoundCase;
  /** As the organ that answers for the case gives it. */
  readonly service: Service | undefined;
  readonly officer: Officer;
  readonly changed: () => void;
}

/**
 * What a neighbour who has the link is shown: what anybody may know, who answers for the rest, what right is lacking and
 * the two ways to it, a request and an emergency.
 */
export function OtherOrgansCase({ found, service, officer, changed }: OtherOrgansCaseProps) {
  const { t } = useTranslation();
  const { case: record, lacking } = found;
  const organ = service?.organName ?? record.organ;
  const region = record.body?.region;
  const place = { service: record.service, ...(region === undefined ? {} : { region }) };
  return (
    <>
      <PageHeading title={t('neighbour.title')} back={{ to: '/officer', label: t('officer.queue') }} />
      <Notice tone="warn" title={t('neighbour.whose', { organ })}>
        <p>{t('neighbour.words')}</p>
      </Notice>
      <CaseFacts found={found} service={service} body={record.body} operator={undefined} />
      {lacking !== undefined && <Lacking lack={lacking} place={place} />}
      {lacking !== undefined && (
        <DeclareEmergency officer={officer} id={found.id} organ={record.organ} declared={changed} />
      )}
    </>
  );
}

import { CaseFacts } from '../citizen/CaseFacts.tsx';
import { Notice } from '../design/Notice.tsx';
import { PageHeading } from '../design/PageHeading.tsx';
import { useTranslation } from '../language/use-translation.ts';
import type { FoundCase } from '../server/ledger.ts';
import type { Service } from '../server/service.ts';

interface OtherOrgansCaseProps {
  readonly found: FoundCase;
  /** As the organ that answers for the case gives it. */
  readonly service: Service | undefined;
}

/** What a neighbour who has the link is shown: what anybody may know, and who answers for the rest. */
export function OtherOrgansCase({ found, service }: OtherOrgansCaseProps) {
  const { t } = useTranslation();
  const organ = service?.organName ?? found.case.organ;
  return (
    <>
      <PageHeading title={t('neighbour.title')} back={{ to: '/officer', label: t('officer.queue') }} />
      <Notice tone="warn" title={t('neighbour.whose', { organ })}>
        <p>{t('neighbour.words')}</p>
      </Notice>
      <CaseFacts found={found} service={service} body={found.case.body} operator={undefined} />
    </>
  );
}

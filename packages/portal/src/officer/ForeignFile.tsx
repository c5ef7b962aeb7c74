import { useQuery } from '@tanstack/react-query';
import { CaseClocks } from '../citizen/CaseClocks.tsx';
import { CaseFacts } from '../citizen/CaseFacts.tsx';
import { CaseHistory } from '../citizen/CaseHistory.tsx';
import { DecisionTrace } from '../citizen/DecisionTrace.tsx';
import { Notice } from '../design/Notice.tsx';
import { PageHeading } from '../design/PageHeading.tsx';
import type { Colleagues } from '../desk/use-colleagues.ts';
import { useTranslation } from '../language/use-translation.ts';
import { Countdown } from '../rights/Countdown.tsx';
import { emergenciesQuery } from '../rights/emergencies-query.ts';
import type { Service } from '../server/service.ts';
import { letterDoor } from '../unmask/envelope-door.ts';
import { usePurpose } from '../unmask/use-purpose.ts';
import { attachmentsOf } from '../vault/open-documents.ts';
import { AttestedFacts } from './AttestedFacts.tsx';
import { Envelopes } from './Envelopes.tsx';
import type { OfficerCase } from './officer-case.ts';
import type { Officer } from './use-officer.ts';

interface ForeignFileProps {
  readonly read: OfficerCase;
  readonly service: Service | undefined;
  readonly officer: Officer;
  readonly colleagues: Colleagues;
  readonly changed: () => void;
}

/**
 * Another organ's file that was opened by a rule, a request or an emergency: to be read. What is sealed to that organ is opened
 * by that organ's own process, when the officer says what for and signs for it.
 */
export function ForeignFile({ read, service, officer, colleagues, changed }: ForeignFileProps) {
  const { t } = useTranslation();
  const { found, events } = read;
  const { id, case: record, file } = found;
  const own = useQuery(emergenciesQuery(officer, 'mine'));
  const emergency = own.data?.find((one) => one.case === id && one.until > Date.now());
  const purpose = usePurpose();
  const papers = [...new Set(attachmentsOf(file).map(({ kind }) => kind))];
  const nameOf = (name: string) =>
    t(`sealedNames.${name}`, { defaultValue: t(`rights.parts.${name}`, { defaultValue: name }) });
  const organ = service?.organName ?? record.organ;
  return (
    <>
      <PageHeading title={t('neighbour.title')} back={{ to: '/officer', label: t('officer.queue') }} />
      <Notice tone={emergency === undefined ? 'brand' : 'bad'} title={t('rights.opened', { organ })} live="status">
        <p>
          {emergency === undefined ? (
            t('rights.openedWords')
          ) : (
            <>
              {t('emergency.openWords')} <Countdown until={emergency.until} over={changed} />
            </>
          )}
        </p>
      </Notice>
      <CaseFacts found={found} service={service} body={record.body} operator={undefined} />
      {file?.trace !== undefined && (
        <>
          <h2>{t('officer.proposal')}</h2>
          <DecisionTrace trace={file.trace} service={service} />
        </>
      )}
      <h2>{t('officer.attested')}</h2>
      <AttestedFacts id={id} officer={officer} file={file} colleagues={colleagues} />
      <Envelopes found={found} service={service} door={letterDoor(officer, record.organ)} purpose={purpose} />
      {papers.length > 0 && (
        <p>{t('rights.sealedElsewhere', { organ, names: papers.map(nameOf).join(t('looks.nameGap')) })}</p>
      )}
      {(file?.withheld.length ?? 0) > 0 && (
        <p>{t('rights.withheld', { names: file?.withheld.map(nameOf).join(t('looks.nameGap')) })}</p>
      )}
      <h2>{t('case.history')}</h2>
      <CaseHistory events={events} />
      <h2>{t('clocks.title')}</h2>
      <CaseClocks record={record} />
    </>
  );
}

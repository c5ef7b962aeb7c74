import { Link } from 'react-router';
import { Notice } from '../design/Notice.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import type { CaseEvent, CaseRecord } from '../server/ledger.ts';
import { type Service, wordsIn } from '../server/service.ts';
import { ReturnedWords } from './ReturnedWords.tsx';
import { findRemedies } from './remedies.ts';

interface CaseWordsProps {
  readonly id: string;
  readonly record: CaseRecord;
  readonly events: readonly CaseEvent[];
  readonly service: Service | undefined;
}

/** Where the case stands and what that means for the person, in a sentence or two. */
export function CaseWords({ id, record, events, service }: CaseWordsProps) {
  const { t, i18n } = useTranslation();
  const organ = service?.organName ?? record.organ;
  const format = useFormat();
  if (record.status === 'granted') {
    const ownLicence = service?.licence === undefined ? undefined : wordsIn(service.licence, i18n.language);
    const matter = record.matter === undefined ? 'case.grantedTitle' : `matterGranted.${record.matter.kind}`;
    const grantedTitle = ownLicence === undefined ? t(matter) : t('ownForm.grantedTitle', { licence: ownLicence });
    return (
      <Notice tone="good" title={grantedTitle}>
        <p>{t(record.decidedBy === undefined ? 'case.grantedAuto' : 'case.grantedPerson', { organ })}</p>
      </Notice>
    );
  }
  if (record.status === 'refused') {
    const code = events.find((event) => event.name === 'case.refused')?.facts.reason;
    const remedies = findRemedies(events);
    const known = service?.refusalReasons.find((one) => one.code === code);
    const reason = known === undefined ? code : wordsIn(known.words, i18n.language);
    return (
      <Notice tone="bad" title={t('case.refusedTitle', { organ })}>
        {reason !== undefined && <p>{String(reason)}</p>}
        <p>{t('case.remedies')}</p>
        {remedies !== undefined && (
          <p>
            <Link to={`/cases/${id}/reconsideration`}>{t('reconsideration.go', { days: remedies.days })}</Link>
          </p>
        )}
      </Notice>
    );
  }
  if (record.status === 'withdrawn') return <Notice tone="quiet" title={t('case.withdrawnTitle')} />;
  if (record.status === 'returned') return <ReturnedWords events={events} service={service} organ={organ} />;
  return (
    <Notice tone={record.overdue === true ? 'warn' : 'brand'} title={t('case.pendingTitle', { organ })}>
      <p>
        {record.promisedAt === undefined
          ? t('case.pendingWords')
          : t('case.promised', { time: format.time(record.promisedAt) })}
      </p>
      {record.overdue === true && <p>{t('case.overdue')}</p>}
    </Notice>
  );
}

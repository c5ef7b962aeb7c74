import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import type { Colleagues } from '../desk/use-colleagues.ts';
import { useTranslation } from '../language/use-translation.ts';
import type { CaseRecord } from '../server/ledger.ts';
import { PassOn } from './PassOn.tsx';
import { useAct } from './use-act.ts';
import type { Officer } from './use-officer.ts';

interface CaseDeedsProps {
  readonly id: string;
  readonly record: CaseRecord;
  readonly officer: Officer;
  readonly colleagues: Colleagues;
  readonly done: () => void;
}

/** Who works on it, and more time from the head of the office: one press each, signed. */
export function CaseDeeds({ id, record, officer, colleagues, done }: CaseDeedsProps) {
  const { t } = useTranslation();
  const { busy, error, sign } = useAct(officer, done);
  const me = officer.signer.publicKey.kid;
  const isMine = record.officer === me || officer.former.includes(record.officer ?? '');
  const isHead = colleagues.isA('head', me);
  if (record.status !== 'pending' || record.dueAt === undefined) return null;
  return (
    <section aria-label={t('officer.whose')}>
      {record.officer !== undefined && (
        <Notice
          tone={isMine ? 'brand' : 'warn'}
          title={
            isMine
              ? t('officer.mine')
              : t('desk.anothers', { name: colleagues.findName(record.officer) ?? t('desk.colleague') })
          }
        />
      )}
      {error !== undefined && <Failure error={error} />}
      <div className="actions">
        {record.officer === undefined && (
          <button
            type="button"
            className="button second"
            disabled={busy}
            onClick={() => void sign({ deed: 'cases.claim', body: { case: id } })}
          >
            {t('officer.claim')}
          </button>
        )}
        {isMine && (
          <button
            type="button"
            className="button second"
            disabled={busy}
            onClick={() => void sign({ deed: 'cases.release', body: { case: id } })}
          >
            {t('desk.release')}
          </button>
        )}
        {isHead && record.clock?.extendedBy === undefined && (
          <button
            type="button"
            className="button second"
            disabled={busy}
            onClick={() => void sign({ deed: 'cases.extend', body: { case: id, reason: 'COMPLEX' } })}
          >
            {t('officer.extend', { days: record.clock?.extensionDays ?? 0 })}
          </button>
        )}
      </div>
      {(isMine || isHead) && (
        <PassOn
          label={t(isMine ? 'desk.handOver' : 'desk.assign')}
          colleagues={colleagues}
          without={record.officer ?? (isMine ? me : undefined)}
          busy={busy}
          pass={(to) => void sign({ deed: isMine ? 'cases.hand-over' : 'cases.assign', body: { case: id, to } })}
        />
      )}
    </section>
  );
}

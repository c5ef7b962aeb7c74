import { Link } from 'react-router';
import { Facts } from '../design/Facts.tsx';
import { Failure } from '../design/Failure.tsx';
import { Tag, type Tone } from '../design/Tag.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import { useAct } from '../officer/use-act.ts';
import type { Officer } from '../officer/use-officer.ts';
import type { Matter, MatterRecord } from './matters-query.ts';
import { useAuditWords } from './use-audit-words.ts';

interface HoldRowProps {
  readonly matter: Matter;
  readonly officer: Officer;
  readonly changed: () => void;
}

const tones: Readonly<Record<string, Tone>> = {
  placed: 'warn',
  confirmed: 'brand',
  lifting: 'warn',
  lifted: 'quiet',
  lapsed: 'quiet',
};

/** A hold as it stands, and what this person may do about it: nobody confirms what they asked for themselves. */
export function HoldRow({ matter, officer, changed }: HoldRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useAuditWords();
  const { busy, error, sign } = useAct(officer, changed);
  const { id, record } = matter;
  const status = record?.status ?? 'lapsed';
  const deeds = deedsFor(record, officer);
  return (
    <>
      <p>
        <Link to={`/auditor/cases/${id}`}>{t('auditor.ofCase', { sign: id.slice(0, 6) })}</Link>{' '}
        <Tag tone={tones[status] ?? 'quiet'}>{t(`auditor.hold.${status}`)}</Tag>
      </p>
      <Facts
        facts={[
          { label: t('auditor.organ'), value: words.organName(matter.organ) },
          { label: t('auditor.reason'), value: reasonWords(t, record?.reason) },
          { label: t('auditor.at'), value: format.time(record?.at ?? matter.at) },
          { label: t('auditor.confirmBy'), value: record?.dueAt === undefined ? '' : format.time(record.dueAt) },
        ]}
      />
      {deeds.length > 0 && (
        <div className="actions">
          {deeds.map((deed) => (
            <button
              key={deed}
              type="button"
              className="button second"
              disabled={busy}
              onClick={() => void sign({ deed: `audit.${deed}-hold`, body: { case: id } })}
            >
              {t(`auditor.holdDeeds.${deed === 'confirm' && status === 'lifting' ? 'confirm-lift' : deed}`)}
            </button>
          ))}
        </div>
      )}
      {error !== undefined && <Failure error={error} />}
    </>
  );
}

/** An auditor asks for the end; whoever did not ask confirms. */
function deedsFor(record: MatterRecord | undefined, { session, signer }: Officer): readonly ('confirm' | 'lift')[] {
  const { kid } = signer.publicKey;
  const lift = session.duties.includes('auditor') ? (['lift'] as const) : [];
  if (record?.status === 'confirmed') return lift;
  if (record?.status === 'placed') return record.by === kid ? lift : ['confirm', ...lift];
  return record?.status === 'lifting' && record.liftBy !== kid ? ['confirm'] : [];
}

function reasonWords(t: ReturnType<typeof useTranslation>['t'], reason: string | undefined): string {
  return reason === undefined ? '' : t(`auditor.reasons.${reason}`, { defaultValue: reason });
}

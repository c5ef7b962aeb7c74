import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { PassOn } from '../officer/PassOn.tsx';
import type { Officer } from '../officer/use-officer.ts';
import type { DeskCase } from '../server/ledger.ts';
import { useBulk } from './use-bulk.ts';
import type { Colleagues } from './use-colleagues.ts';

interface BulkBarProps {
  readonly officer: Officer;
  readonly colleagues: Colleagues;
  /** All rows of the page, and those picked. */
  readonly rows: readonly DeskCase[];
  readonly picked: ReadonlySet<string>;
  readonly pick: (ids: readonly string[]) => void;
  readonly changed: () => void;
}

/** What is done to several cases at once: taken, given out by the head, handed over by whoever has them. Deciding is not. */
export function BulkBar({ officer, colleagues, rows, picked, pick, changed }: BulkBarProps) {
  const { t } = useTranslation();
  const me = officer.signer.publicKey.kid;
  const isHead = colleagues.isA('head', me);
  const { state, busy, run } = useBulk(officer, () => {
    pick([]);
    changed();
  });
  const chosen = rows.filter(({ id }) => picked.has(id));
  const free = chosen.filter((row) => row.officer === undefined);
  const passable = chosen.filter((row) => isHead || row.officer === me);
  const isAll = rows.length > 0 && chosen.length === rows.length;
  return (
    <section className="bulk-bar" aria-label={t('deskWork.bulk')}>
      <label className="bulk-all">
        <input type="checkbox" checked={isAll} onChange={() => pick(isAll ? [] : rows.map(({ id }) => id))} />
        {t('deskWork.pickAll')}
      </label>
      <span role="status">{chosen.length === 0 ? '' : t('deskWork.picked', { count: chosen.length })}</span>
      {free.length > 0 && (
        <button
          type="button"
          className="button second"
          disabled={busy}
          onClick={() => void run(free.map(({ id }) => ({ deed: 'cases.claim', body: { case: id } })))}
        >
          {t('deskWork.claim', { count: free.length })}
        </button>
      )}
      {passable.length > 0 && (
        <PassOn
          label={t('deskWork.pass', { count: passable.length })}
          colleagues={colleagues}
          without={undefined}
          busy={busy}
          pass={(to) =>
            void run(
              passable
                .filter((row) => row.officer !== to)
                .map(({ id, officer: has }) => ({
                  deed: has === me ? 'cases.hand-over' : 'cases.assign',
                  body: { case: id, to },
                })),
            )
          }
        />
      )}
      {state !== undefined && (
        <Notice
          tone={busy ? 'brand' : state.failed > 0 ? 'warn' : 'good'}
          title={t(state.failed > 0 ? 'deskWork.partly' : 'deskWork.progress', { ...state, error: '' })}
          live="status"
        />
      )}
      {state?.error !== undefined && <Failure error={state.error} />}
    </section>
  );
}

import { Link } from 'react-router';
import { Tag } from '../design/Tag.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import type { DeskCase } from '../server/ledger.ts';
import { useRegions } from '../server/use-regions.ts';
import type { DeskView } from './desk-question.ts';
import { LampTag } from './LampTag.tsx';
import type { Colleagues } from './use-colleagues.ts';

interface DeskRowProps {
  readonly row: DeskCase;
  readonly view: DeskView;
  readonly colleagues: Colleagues;
  readonly me: string;
  /** Query of the desk, so that the case leads back to it. */
  readonly search: string;
  /** Where several may be picked at once. */
  readonly pick: { readonly isPicked: boolean; readonly toggle: () => void } | undefined;
}

/** One case on one line of a desk, on three of a phone. */
export function DeskRow({ row, view, colleagues, me, search, pick }: DeskRowProps) {
  const { t } = useTranslation();
  const { nameOf } = useRegions();
  const format = useFormat();
  const date = nextDate(row, view);
  return (
    <li className="desk-row" data-lamp={row.lamp} data-picks={pick !== undefined}>
      {pick !== undefined && (
        <input
          type="checkbox"
          data-pick
          aria-label={t('deskWork.pick', { name: row.tradeName })}
          checked={pick.isPicked}
          onChange={pick.toggle}
        />
      )}
      <p>
        <Link to={`/officer/cases/${row.id}`} state={{ desk: search }} data-case={row.id}>
          <strong>{row.tradeName}</strong>
        </Link>
        <span className="soft small">
          {nameOf(row.region)} · {t('officer.submitted', { time: format.day(row.submittedAt) })}
        </span>
      </p>
      <p className="small">
        {view === 'decided' ? (
          <Tag tone="quiet">{t(`caseStatus.${row.status}`)}</Tag>
        ) : (
          <LampTag lamp={row.lamp} passed={date !== undefined && date.at < Date.now()} />
        )}
      </p>
      <p className="small">
        {view === 'decided' && row.decidedAt !== undefined && t('desk.decidedAt', { time: format.time(row.decidedAt) })}
        {date !== undefined && view !== 'decided' && t(`desk.until.${date.of}`, { time: format.time(date.at) })}{' '}
        {row.provisional && <Tag tone="quiet">{t('clocks.provisional')}</Tag>}
        {row.extended && <Tag tone="quiet">{t('clocks.extended')}</Tag>}
        {row.late && <Tag tone="bad">{t('clocks.late')}</Tag>}
      </p>
      <p className="small soft">
        {row.officer === undefined
          ? view !== 'decided' && t('desk.nobody')
          : row.officer === me
            ? t('desk.me')
            : t('desk.with', { name: colleagues.findName(row.officer) ?? t('desk.colleague') })}
      </p>
    </li>
  );
}

/** The date the lamp is about, and which of the clocks it is of. */
function nextDate(
  row: DeskCase,
  view: DeskView,
): { readonly at: number; readonly of: 'review' | 'statutory' | 'promised' } | undefined {
  if (view === 'reviews') return row.reviewDueAt === undefined ? undefined : { at: row.reviewDueAt, of: 'review' };
  const { dueAt, promisedAt } = row;
  if (dueAt === undefined) return promisedAt === undefined ? undefined : { at: promisedAt, of: 'promised' };
  return promisedAt !== undefined && promisedAt < dueAt
    ? { at: promisedAt, of: 'promised' }
    : { at: dueAt, of: 'statutory' };
}

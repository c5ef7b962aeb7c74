import { Link } from 'react-router';
import { Failure } from '../../design/Failure.tsx';
import { Notice } from '../../design/Notice.tsx';
import { Tag } from '../../design/Tag.tsx';
import { useAttempt } from '../../forms/use-attempt.ts';
import { useFormat } from '../../language/use-format.ts';
import { useTranslation } from '../../language/use-translation.ts';
import { licenceStatusLook } from '../../proof/licence-status.ts';
import type { StoredCase } from '../../store/case-store.ts';
import { mayAct } from '../../store/may-act.ts';
import { HeldLicencePage } from './HeldLicencePage.tsx';
import type { HeldLicence } from './held-licence.ts';
import { signByKey } from './sign-by-key.ts';

/** 管理执照: everything that can still become of a licence by its holder's own act. */
export function LicenceDeskPage() {
  return (
    <HeldLicencePage title="licenceDesk.title" isFirst>
      {({ held, again }) => <Desk held={held} again={again} />}
    </HeldLicencePage>
  );
}

function Desk({ held, again }: { readonly held: HeldLicence; readonly again: () => void }) {
  const { t } = useTranslation();
  const { licence, stored } = held;
  const look = licenceStatusLook(licence.status);
  const base = `/cases/${stored.id}/licence`;
  return (
    <>
      <p>
        <Tag tone={look.tone} icon={look.icon}>
          {t(`status.${licence.status}`)}
        </Tag>
      </p>
      {licence.open !== undefined && (
        <Notice tone="brand" title={t('licenceDesk.open')}>
          <p>
            <Link to={`/cases/${licence.open}`}>{t('licenceDesk.openLink')}</Link>
          </p>
        </Notice>
      )}
      {licence.marks?.map((mark) => (
        <Notice key={`${mark.mark} ${mark.reason}`} tone="warn" title={t(`marks.${mark.mark}`)}>
          <p>
            {t(`markReasons.${mark.reason}`, { defaultValue: mark.reason })} · {mark.article}
          </p>
        </Notice>
      ))}
      <RunningClosing held={held} again={again} />
      <ul className="list">
        {actsFor(licence.status, stored).map((act) => (
          <li key={act}>
            <p>
              <Link to={`${base}/${act}`}>
                <strong>{t(`licenceDesk.${act}`)}</strong>
              </Link>
            </p>
            <p className="soft">{t(`licenceDesk.${act}Words`)}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Deeds of which one must be open to whoever looks, or the page is of no use to him. */
const DEEDS: Readonly<Record<string, readonly string[]>> = {
  change: ['licences.apply-change'],
  file: ['licences.file'],
  rest: ['licences.cease', 'licences.resume'],
  close: ['licences.apply-closing', 'licences.announce-closing'],
};

/** What the page leads to; a licence that was taken away is still to be closed. An agent sees what the mandate names. */
function actsFor(status: string, stored: StoredCase): readonly string[] {
  return actsOf(status).filter((act) => DEEDS[act]?.some((deed) => mayAct(stored, deed)));
}

function actsOf(status: string): readonly string[] {
  if (status === 'valid' || status === 'ceased') return ['change', 'file', 'rest', 'close'];
  return status === 'suspended' || status === 'annulled' || status === 'revoked' ? ['close'] : [];
}

function RunningClosing({ held, again }: { readonly held: HeldLicence; readonly again: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { number, stored, licence } = held;
  const back = useAttempt(async () => {
    await signByKey({ kid: stored.kid, deed: 'licences.withdraw-closing', body: { number } });
    again();
  });
  if (licence.closing === undefined) return null;
  return (
    <Notice tone="brand" title={t('closing.running')}>
      <p>{t('closing.until', { time: format.time(licence.closing.dueAt) })}</p>
      {back.error !== undefined && <Failure error={back.error} />}
      {mayAct(stored, 'licences.withdraw-closing') && (
        <div className="actions">
          <button type="button" className="button second" disabled={back.busy} onClick={() => back.run()}>
            {t('closing.withdraw')}
          </button>
        </div>
      )}
    </Notice>
  );
}

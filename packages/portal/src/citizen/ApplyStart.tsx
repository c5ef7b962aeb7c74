import { Link, useLocation } from 'react-router';
import { Facts } from '../design/Facts.tsx';
import { Notice } from '../design/Notice.tsx';
import { PageHeading } from '../design/PageHeading.tsx';
import type { ApplicationDraft } from '../forms/application-draft.ts';
import { firstOpenStep } from '../forms/application-problems.ts';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import { findServiceWords, type Service, wordsIn } from '../server/service.ts';
import { useSession } from '../session/session.ts';

interface ApplyStartProps {
  readonly service: Service;
  readonly draft: ApplicationDraft;
  readonly clear: () => void;
}

/** The way in, on a phone without scrolling for it; then who may apply, what is needed, how long, what it costs, on what law. */
export function ApplyStart({ service, draft, clear }: ApplyStartProps) {
  const { t, i18n } = useTranslation();
  const { session } = useSession();
  const { pathname } = useLocation();
  const words = (key: string) => findServiceWords(service, key, i18n.language);
  return (
    <>
      <PageHeading
        title={wordsIn(service.title, i18n.language)}
        lead={wordsIn(service.summary, i18n.language)}
        back={{ to: '/', label: t('nav.home') }}
      />
      {session === undefined && (
        <Notice tone="brand" title={t('apply.start.signInTitle')}>
          <p>{t('apply.start.signInWords')}</p>
        </Notice>
      )}
      {draft.updatedAt > 0 && <KeptDraft draft={draft} clear={clear} />}
      <div className="actions">
        {session === undefined ? (
          <Link className="button" to="/sign-in" state={{ from: pathname }}>
            {t('demo.signIn')}
          </Link>
        ) : (
          <Link
            className="button"
            to={`/apply/${service.id}/${draft.updatedAt > 0 ? (firstOpenStep(draft) ?? 'check') : 'name'}`}
          >
            {draft.updatedAt > 0 ? t('apply.start.resume') : t('apply.start.go')}
          </Link>
        )}
      </div>
      <Facts
        facts={[
          {
            label: t('apply.start.organ'),
            value: service.offices.length === 0 ? service.organName : t('regions.ofPremises'),
          },
          { label: t('apply.start.who'), value: words('who') },
          { label: t('apply.start.materials'), value: t('apply.start.materialsWords') },
          { label: t('apply.start.time'), value: words('duration') },
          { label: t('apply.start.fee'), value: words('fee') },
          { label: t('apply.start.result'), value: words('result') },
          { label: t('apply.start.law'), value: t('apply.start.lawWords') },
        ]}
      />
    </>
  );
}

function KeptDraft({ draft, clear }: Pick<ApplyStartProps, 'draft' | 'clear'>) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Notice
      tone="quiet"
      title={t('apply.start.draftTitle', { name: draft.tradeName === '' ? t('apply.start.unnamed') : draft.tradeName })}
    >
      <p>{t('apply.start.draftWords', { time: format.time(draft.updatedAt) })}</p>
      <button type="button" className="link-button" onClick={clear}>
        {t('apply.start.draftDelete')}
      </button>
    </Notice>
  );
}

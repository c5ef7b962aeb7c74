import { Link, useLocation } from 'react-router';
import { Facts } from '../../design/Facts.tsx';
import { Notice } from '../../design/Notice.tsx';
import { PageHeading } from '../../design/PageHeading.tsx';
import type { ApplicationDraft } from '../../forms/application-draft.ts';
import { useFormat } from '../../language/use-format.ts';
import { useTranslation } from '../../language/use-translation.ts';
import { findServiceWords, type OwnForm, type Service, wordsIn } from '../../server/service.ts';
import { useSession } from '../../session/session.ts';
import { findOpenStep } from './form-problems.ts';

interface FormStartProps {
  readonly service: Service;
  readonly form: OwnForm;
  readonly draft: ApplicationDraft;
  readonly clear: () => void;
}

/** What the service is, then the way in: to the first question, or to where one stopped. */
export function FormStart({ service, form, draft, clear }: FormStartProps) {
  const { t, i18n } = useTranslation();
  const { session } = useSession();
  const { pathname } = useLocation();
  const format = useFormat();
  const words = (key: string) => findServiceWords(service, key, i18n.language);
  const isBegun = draft.updatedAt > 0;
  return (
    <>
      <PageHeading
        title={wordsIn(service.title, i18n.language)}
        lead={wordsIn(service.summary, i18n.language)}
        back={{ to: `/matters/${service.id}`, label: t('ownForm.guide') }}
      />
      <Facts
        facts={[
          { label: t('ownForm.organ'), value: service.organName },
          { label: t('apply.start.who'), value: words('who') },
          { label: t('apply.start.time'), value: words('duration') },
          { label: t('apply.start.fee'), value: words('fee') },
          { label: t('apply.start.result'), value: words('result') },
        ]}
      />
      {session === undefined && (
        <Notice tone="brand" title={t('apply.start.signInTitle')}>
          <p>{t('ownForm.signInWords')}</p>
        </Notice>
      )}
      {isBegun && (
        <Notice tone="quiet" title={t('ownForm.draftTitle')}>
          <p>{t('apply.start.draftWords', { time: format.time(draft.updatedAt) })}</p>
          <button type="button" className="link-button" onClick={clear}>
            {t('apply.start.draftDelete')}
          </button>
        </Notice>
      )}
      <div className="actions">
        {session === undefined ? (
          <Link className="button" to="/sign-in" state={{ from: pathname }}>
            {t('demo.signIn')}
          </Link>
        ) : (
          <Link className="button" to={`/apply/${service.id}/${findOpenStep(service, form, draft) ?? 'check'}`}>
            {t(isBegun ? 'apply.start.resume' : 'apply.start.go')}
          </Link>
        )}
      </div>
    </>
  );
}

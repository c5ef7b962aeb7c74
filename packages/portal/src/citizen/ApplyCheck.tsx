import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Facts } from '../design/Facts.tsx';
import { Notice } from '../design/Notice.tsx';
import { PageHeading } from '../design/PageHeading.tsx';
import type { ApplicationDraft } from '../forms/application-draft.ts';
import { type ApplicationStep, applicationSteps } from '../forms/application-problems.ts';
import { findServiceIn } from '../server/office.ts';
import { namesOfScope, type Service } from '../server/service.ts';
import { useRegions } from '../server/use-regions.ts';

interface ApplyCheckProps {
  readonly service: Service;
  readonly draft: ApplicationDraft;
  readonly asNew: () => void;
}

/** 检查答案: everything once more, what becomes public and what is sealed, then one button. */
export function ApplyCheck({ service, draft, asNew }: ApplyCheckProps) {
  const { t, i18n } = useTranslation();
  const { nameOf } = useRegions();
  const office = findServiceIn(service, draft.region) ?? service;
  const answers: Record<ApplicationStep, React.ReactNode> = {
    name: draft.tradeName,
    scope: namesOfScope(service, draft.scope, i18n.language).join('；'),
    region: nameOf(draft.region),
    premises: t('premises.count', { count: draft.premises?.length ?? 0 }),
    operator: draft.operator,
    path: draft.path === undefined ? '' : t(`apply.path.${draft.path}`),
  };
  return (
    <>
      <PageHeading title={t('apply.check.title')} back={{ to: `/apply/${service.id}/path`, label: t('form.back') }} />
      {draft.previous !== undefined && (
        <Notice tone="warn" title={t('draftPlace.anew')}>
          <p>{t('draftPlace.anewWords', { id: draft.previous })}</p>
          <button type="button" className="link-button" onClick={asNew}>
            {t('draftPlace.asNew')}
          </button>
        </Notice>
      )}
      <Facts
        facts={applicationSteps.map((step) => ({
          label: t(`apply.${step}.short_label`),
          value: answers[step],
          action: (
            <Link to={`/apply/${service.id}/${step}`}>
              {t('apply.check.change')}
              <span className="hidden-visually"> {t(`apply.${step}.short_label`)}</span>
            </Link>
          ),
        }))}
      />
      <Notice tone="brand" title={t('apply.check.publicTitle')}>
        <p>{t('apply.check.publicWords')}</p>
        <p>{t('apply.check.sealedWords', { organ: office.organName })}</p>
        <p>{t('apply.check.keyWords')}</p>
      </Notice>
      <div className="actions">
        <Link className="button" to={`/apply/${service.id}/submit`}>
          {t('apply.check.go')}
        </Link>
      </div>
    </>
  );
}

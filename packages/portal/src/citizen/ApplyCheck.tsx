import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { Facts } from '../design/Facts.tsx';
import { Notice } from '../design/Notice.tsx';
import { PageHeading } from '../design/PageHeading.tsx';
import type { ApplicationDraft } from '../forms/application-draft.ts';
import { type ApplicationStep, applicationSteps } from '../forms/application-problems.ts';
import type { Say } from '../language/say.ts';
import { useTranslation } from '../language/use-translation.ts';
import { useScopeNames } from '../scope/use-scope-names.ts';
import { findServiceIn } from '../server/office.ts';
import { cityQuery } from '../server/queries.ts';
import type { Service } from '../server/service.ts';
import { trustQuery } from '../server/trust-query.ts';
import { useRegions } from '../server/use-regions.ts';
import { CheckedAnew } from './CheckedAnew.tsx';
import { contactWords } from './contact-words.ts';
import { NameCheck } from './NameCheck.tsx';

interface ApplyCheckProps {
  readonly service: Service;
  readonly draft: ApplicationDraft;
  readonly asNew: () => void;
  readonly change: (part: Partial<ApplicationDraft>) => void;
}

/** 检查答案: everything once more, what becomes public and what is sealed, then one button. */
export function ApplyCheck({ service, draft, asNew, change }: ApplyCheckProps) {
  const { t } = useTranslation();
  const { nameOf } = useRegions();
  const queries = useQueryClient();
  useEffect(() => {
    // Asked for when the button is pressed; here while she reads.
    void queries.prefetchQuery(trustQuery);
    void queries.prefetchQuery(cityQuery);
  }, [queries]);
  const scope = useScopeNames(service, draft.scope).join(t('looks.itemGap'));
  const office = findServiceIn(service, draft.region) ?? service;
  const answers: Record<ApplicationStep, React.ReactNode> = {
    name: draft.nameless === true ? t('registering.name.none') : draft.tradeName,
    scope,
    region: nameOf(draft.region),
    place: draft.place?.text,
    composition: compositionWords(draft, t),
    premises: t('premises.count', { count: draft.premises?.length ?? 0 }),
    operator: t('apply.residence.of', { name: draft.operator, residence: draft.residence ?? '' }),
    path: draft.path === undefined ? '' : t(`apply.path.${draft.path}`),
  };
  const surname = [...draft.operator.trim()][0] ?? '';
  const named = draft.nameless === true ? '' : draft.tradeName.trim();
  return (
    <>
      <PageHeading
        title={t('apply.check.title')}
        back={{ to: `/apply/${service.id}/contact`, label: t('form.back') }}
      />
      <CheckedAnew previous={draft.previous} asNew={asNew} />
      {named !== '' && (
        <NameCheck name={named} region={draft.region} surname={surname} pick={(tradeName) => change({ tradeName })} />
      )}
      <Facts
        facts={[
          ...applicationSteps.map((step) => ({
            label: t(`apply.${step}.short_label`),
            value: answers[step],
            action: <ChangeLink to={`/apply/${service.id}/${step}`} label={t(`apply.${step}.short_label`)} />,
          })),
          {
            label: t('contact.title'),
            value: contactWords(draft.contact, t) ?? t('contact.notLeft'),
            action: <ChangeLink to={`/apply/${service.id}/contact`} label={t('contact.title')} />,
          },
        ]}
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

function compositionWords({ composition }: ApplicationDraft, t: Say): string {
  if (composition === undefined) return '';
  const form = t(`registering.composition.${composition.form}`);
  return composition.form === 'family'
    ? form + t('looks.aside', { text: composition.members.join(t('looks.nameGap')) })
    : form;
}

function ChangeLink({ to, label }: { readonly to: string; readonly label: string }) {
  const { t } = useTranslation();
  return (
    <Link to={to}>
      {t('apply.check.change')}
      <span className="hidden-visually"> {label}</span>
    </Link>
  );
}

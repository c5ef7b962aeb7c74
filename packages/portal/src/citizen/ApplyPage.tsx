import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Navigate, useParams } from 'react-router';
import { Failure } from '../design/Failure.tsx';
import { PageHeading } from '../design/PageHeading.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { type ApplicationStep, applicationSteps, firstOpenStep } from '../forms/application-problems.ts';
import { useTranslation } from '../language/use-translation.ts';
import { NotFoundPage } from '../public/NotFoundPage.tsx';
import { servicesQuery } from '../server/queries.ts';
import type { Service } from '../server/service.ts';
import { ApplyCheck } from './ApplyCheck.tsx';
import { ApplyContact } from './ApplyContact.tsx';
import { ApplyQuestion } from './ApplyQuestion.tsx';
import { ApplyStart } from './ApplyStart.tsx';
import { ApplySubmit } from './ApplySubmit.tsx';
import { type DraftHolder, useDraft } from './use-draft.ts';

const DraftNotices = lazy(async () => ({ default: (await import('../drafts/DraftNotices.tsx')).DraftNotices }));

const FormApplication = lazy(async () => ({ default: (await import('./form/FormApplication.tsx')).FormApplication }));

/** The application form: one question a page, each with its own address, so that back and forward do what they say. */
export function ApplyPage() {
  const { t } = useTranslation();
  const { service: id } = useParams();
  const services = useQuery(servicesQuery);
  if (services.isPending) return <Waiting>{t('site.loading')}</Waiting>;
  if (services.isError) {
    return (
      <>
        <PageHeading title={t('matters.apply')} back={{ to: '/', label: t('nav.home') }} />
        <Failure error={services.error} retry={() => void services.refetch()} />
      </>
    );
  }
  const service = services.data.find((one) => one.id === id);
  if (service === undefined) return <NotFoundPage />;
  return <Application key={service.id} service={service} />;
}

function Application({ service }: { readonly service: Service }) {
  const holder = useDraft(service);
  return (
    <>
      {isToldOf(holder, service) && (
        <Suspense fallback={null}>
          <DraftNotices holder={holder} service={service} />
        </Suspense>
      )}
      {service.form === undefined ? (
        <ApplyStep service={service} holder={holder} />
      ) : (
        <FormApplication service={service} form={service.form} holder={holder} />
      )}
    </>
  );
}

/** Most drafts have nothing to say for themselves; the words come when one has. */
function isToldOf({ place, draft }: DraftHolder, service: Service): boolean {
  const { asked } = draft;
  const isOther = asked !== undefined && asked.version !== service.version;
  return isOther || ['taken', 'gone', 'others', 'both'].includes(place.kind);
}

function ApplyStep({ service, holder }: { readonly service: Service; readonly holder: DraftHolder }) {
  const { step } = useParams();
  const { draft } = holder;
  if (step === undefined) return <ApplyStart service={service} draft={draft} clear={holder.clear} />;
  if (step === 'contact' || step === 'check' || step === 'submit') {
    const open = firstOpenStep(draft);
    if (open !== undefined) return <Navigate replace to={`/apply/${service.id}/${open}`} />;
    if (step === 'contact') return <ApplyContact service={service} draft={draft} change={holder.change} />;
    return step === 'check' ? (
      <ApplyCheck service={service} draft={draft} asNew={holder.asNew} change={holder.change} />
    ) : (
      <ApplySubmit service={service} draft={draft} forget={holder.forget} />
    );
  }
  const question = applicationSteps.find((one): one is ApplicationStep => one === step);
  return question === undefined ? (
    <NotFoundPage />
  ) : (
    <ApplyQuestion key={question} step={question} service={service} holder={holder} />
  );
}

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Facts } from '../design/Facts.tsx';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { PageHeading } from '../design/PageHeading.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { SelectField } from '../forms/SelectField.tsx';
import { useAttempt } from '../forms/use-attempt.ts';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import { OfficerOnly } from '../officer/OfficerOnly.tsx';
import type { Officer } from '../officer/use-officer.ts';
import { Lacking } from '../rights/Lacking.tsx';
import { mayQuery } from '../rights/may-query.ts';
import { api } from '../server/api.ts';
import { trustQuery } from '../server/trust-query.ts';
import { AuditorNav } from './AuditorNav.tsx';
import { SampledCase } from './SampledCase.tsx';

const counts = ['3', '5', '10', '20'] as const;
const LOOK_MS = 700;

type Sample = Awaited<ReturnType<typeof fetchSample>>;

/** 抽查重算: decided cases that nobody chose, decided again. */
export function SamplePage() {
  const { t } = useTranslation();
  return (
    <OfficerOnly title={t('auditor.sampleTitle')}>
      {(officer) => (
        <>
          <PageHeading title={t('auditor.sampleTitle')} lead={t('auditor.sampleLead')} />
          <AuditorNav />
          <AuditorsDrawing officer={officer} />
        </>
      )}
    </OfficerOnly>
  );
}

/** Nobody fills in a form for a refusal; where the question cannot be put, the form itself answers. */
function AuditorsDrawing({ officer }: { readonly officer: Officer }) {
  const may = useQuery(mayQuery(officer, { organ: 'platform' }, ['audit.sample']));
  const lack = may.data?.[0]?.lacking;
  return lack === undefined ? <Drawing /> : <Lacking lack={lack} />;
}

function Drawing() {
  const { t } = useTranslation();
  const [count, setCount] = useState<string>(counts[1]);
  const [id, setId] = useState<string>();
  const drawing = useAttempt(async () => {
    const drawn = await api.post('/api/audit/sample', { cases: Number(count) });
    setId(drawn.id);
  });
  return (
    <>
      <p className="measure">{t('auditor.sampleHow')}</p>
      <form className="desk-act" onSubmit={drawing.submit(true)}>
        <SelectField
          id="sample-count"
          label={t('auditor.sampleCount')}
          options={counts.map((value) => ({ value, label: value }))}
          value={count}
          onChange={setCount}
        />
        <button type="submit" className="button" disabled={drawing.busy}>
          {t('auditor.sampleGo')}
        </button>
      </form>
      {drawing.error !== undefined && <Failure error={drawing.error} />}
      {id !== undefined && <Drawn key={id} id={id} />}
    </>
  );
}

function Drawn({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const found = useQuery({
    queryKey: ['audit-sample', id],
    queryFn: () => fetchSample(id),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? LOOK_MS : false),
  });
  if (found.isError) return <Failure error={found.error} retry={() => void found.refetch()} />;
  if (found.data === undefined) return <Waiting>{t('site.loading')}</Waiting>;
  const { state, done, of } = found.data;
  return (
    <>
      <Seed sample={found.data} />
      {state === 'running' && <Waiting>{t('auditor.sampleRunning', { done, of })}</Waiting>}
      {state === 'failed' && <Notice tone="bad" title={t('auditor.sampleFailed')} live="alert" />}
      {state === 'done' && <Result sample={found.data} />}
    </>
  );
}

function Seed({ sample }: { readonly sample: Sample }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { size, root, population } = sample;
  return (
    <Facts
      facts={[
        {
          label: t('auditor.sampleSeed'),
          value: <span className="wrap-any">{t('auditor.sampleSeedWords', { size: format.count(size), root })}</span>,
        },
        { label: t('auditor.sampleTitle'), value: t('auditor.samplePopulation', { count: population }) },
      ]}
    />
  );
}

function Result({ sample }: { readonly sample: Sample }) {
  const { t } = useTranslation();
  const trust = useQuery(trustQuery);
  const entries = sample.cases.flatMap((one) => one.entries);
  if (entries.length === 0) return <Notice tone="quiet" title={t('auditor.sampleNone')} live="status" />;
  const isSame = entries.every(({ outcome }) => outcome !== 'differs');
  return (
    <>
      <Notice
        tone={isSame ? 'good' : 'bad'}
        title={t(isSame ? 'auditor.sampleAll' : 'auditor.sampleSome')}
        live={isSame ? 'status' : 'alert'}
      >
        <p>{t('auditor.sampleCheckedWords')}</p>
      </Notice>
      {trust.isError && <Failure error={trust.error} retry={() => void trust.refetch()} />}
      <ul className="list">
        {sample.cases.map((one) => (
          <SampledCase key={one.case} sampled={one} trust={trust.data} />
        ))}
      </ul>
    </>
  );
}

function fetchSample(id: string) {
  return api.get('/api/audit/sample/{id}', { id });
}

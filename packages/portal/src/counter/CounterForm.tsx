import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApplyAnswer } from '../citizen/ApplyAnswer.tsx';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { type ApplicationDraft, emptyDraft } from '../forms/application-draft.ts';
import { applicationProblem } from '../forms/application-problems.ts';
import { ErrorSummary } from '../forms/ErrorSummary.tsx';
import type { CityDepartment } from '../server/city.ts';
import { findServiceIn } from '../server/office.ts';
import type { Service } from '../server/service.ts';
import { trustQuery } from '../server/trust-query.ts';
import { CounterQuestions } from './CounterQuestions.tsx';
import { applicationAtCounter, counterSteps, openQuestions, withOperator } from './counter-steps.ts';
import { findHomeDraft, forgetHomeDraft, forgetPages, type HomeDraft } from './home-draft.ts';
import type { PaperCode } from './paper-code.ts';
import type { CounterPerson } from './read-document.ts';
import { submitAtCounter } from './submit-at-counter.ts';

interface CounterFormProps {
  readonly chain: string;
  readonly service: Service;
  readonly registers: readonly [CityDepartment, ...CityDepartment[]];
  readonly person: CounterPerson;
  readonly agent: { readonly person: CounterPerson | undefined; readonly mandate: boolean } | undefined;
  readonly sent: (code: PaperCode) => void;
}

/** The questions of the phone on one page: the same fields, the same checks, the same draft, which only this page holds. */
export function CounterForm(props: CounterFormProps) {
  const { service, person } = props;
  const { t } = useTranslation();
  const [draft, setDraft] = useState<ApplicationDraft>(() => withOperator(service, emptyDraft, person.name));
  const home = useHomeDraft(props);
  const { problems, attempt, busy, error, send } = useSending(props, draft, home);
  return (
    <form
      noValidate
      className="counter-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h2>{t('counter.form')}</h2>
      <ErrorSummary problems={problems} attempt={attempt} />
      {home !== undefined && draft.updatedAt === 0 && (
        <HomeDraftOffer
          name={home.draft.tradeName}
          take={() => setDraft(withOperator(service, home.draft, person.name))}
        />
      )}
      {service.form !== undefined && (
        <CounterQuestions
          service={service}
          form={service.form}
          draft={draft}
          change={(part) => setDraft((old) => ({ ...old, ...part }))}
          problems={problems}
        />
      )}
      {counterSteps(service).map((step) => (
        <ApplyAnswer
          key={step}
          service={service}
          step={step}
          draft={draft}
          change={(part) => setDraft((old) => ({ ...old, ...part }))}
          problem={problems.find((one) => one.field === `answer-${step}`)?.words}
        />
      ))}
      {error !== undefined && (
        <>
          <Failure error={error} />
          <p>{t('counter.kept')}</p>
        </>
      )}
      <p className="soft">{t('counter.sure')}</p>
      <div className="actions">
        <button type="submit" className="button" disabled={busy}>
          {t(busy ? 'counter.sending' : 'counter.send')}
        </button>
      </div>
    </form>
  );
}

/** Began at home, by whoever stands here in person: nobody else's draft is asked for. */
function useHomeDraft({ service, registers: [register], person }: CounterFormProps): HomeDraft | undefined {
  const home = useQuery({
    queryKey: ['home-draft', person.token],
    enabled: person.isPresent,
    retry: false,
    queryFn: async () => (await findHomeDraft(register.endpoint, person.token, service.id)) ?? null,
  });
  return home.data ?? undefined;
}

/** Checks, sends and tidies up; a failure leaves the draft as it is, to be sent again. */
function useSending(props: CounterFormProps, given: ApplicationDraft, home: HomeDraft | undefined) {
  const { service, agent, sent } = props;
  const draft = applicationAtCounter(service, given);
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const elsewhere = otherOffice(service, draft);
  const missing = [...problemsOf(service, draft, agent), ...(elsewhere === undefined ? [] : [OTHER_OFFICE])];
  const problems =
    attempt === 0
      ? []
      : missing.map(({ field, words, facts }) => ({ field, words: t(words, { organ: elsewhere, ...facts }) }));
  async function send(): Promise<void> {
    setAttempt(attempt + 1);
    setError(undefined);
    if (missing.length > 0) return;
    setBusy(true);
    try {
      const trust = await queries.ensureQueryData(trustQuery);
      const code = await submitAtCounter({ ...applicationOf(props), draft, trust });
      await tidyUp(props, draft, home);
      sent(code);
    } catch (failed) {
      setError(failed);
      setBusy(false);
    }
  }
  return { problems, attempt, busy, error, send };
}

function applicationOf({ chain, service, registers, person, agent }: CounterFormProps) {
  return { chain, service, registers, person, agent: agent?.person };
}

/** Nothing of a case that is handed in stays here; the draft at home is over only where it is the one that was sent. */
async function tidyUp(props: CounterFormProps, draft: ApplicationDraft, home: HomeDraft | undefined): Promise<void> {
  const { registers, person } = props;
  await forgetPages(draft);
  if (home !== undefined && draft.updatedAt === home.draft.updatedAt)
    await forgetHomeDraft(registers[0].endpoint, person.token, home.at);
}

/** Name of the office that registers this region, where it is not this one; empty where there is none. */
function otherOffice(service: Service, { region }: ApplicationDraft): string | undefined {
  const office = region === '' ? service : findServiceIn(service, region);
  return office?.organ === service.organ ? undefined : (office?.organName ?? '');
}

function HomeDraftOffer({ name, take }: { readonly name: string; readonly take: () => void }) {
  const { t } = useTranslation();
  return (
    <Notice tone="brand" title={t('counter.homeDraft', { name })}>
      <button type="button" className="button second" onClick={take}>
        {t('counter.takeDraft')}
      </button>
    </Notice>
  );
}

/** Registration belongs to another office: the person is told which, and nothing is taken in here (条例 5; 实施细则 18). */
const OTHER_OFFICE: Missing = { field: 'answer-region', words: 'counter.otherOffice' };

interface Missing {
  readonly field: string;
  readonly words: string;
  readonly facts?: Readonly<Record<string, number | string>>;
}

/** Field and message key of everything that is still missing; an agent needs a document and a mandate (实施细则 14, 16). */
function problemsOf(service: Service, draft: ApplicationDraft, agent: CounterFormProps['agent']): readonly Missing[] {
  const steps = counterSteps(service).flatMap((step): Missing[] => {
    const words = applicationProblem(step, draft);
    return words === undefined ? [] : [{ field: `answer-${step}`, words }];
  });
  const asked = [...openQuestions(service, draft), ...steps];
  if (agent === undefined) return asked;
  return [
    ...(agent.person === undefined ? [{ field: 'counter-agent-number', words: 'counter.agentMissing' }] : []),
    ...(agent.mandate ? [] : [{ field: 'counter-mandate', words: 'counter.mandateMissing' }]),
    ...asked,
  ];
}

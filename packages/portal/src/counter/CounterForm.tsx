import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApplyAnswer } from '../citizen/ApplyAnswer.tsx';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { type ApplicationDraft, emptyDraft } from '../forms/application-draft.ts';
import { applicationProblem, applicationSteps, problemField } from '../forms/application-problems.ts';
import { ErrorSummary } from '../forms/ErrorSummary.tsx';
import type { CityDepartment } from '../server/city.ts';
import { findServiceIn } from '../server/office.ts';
import type { Service } from '../server/service.ts';
import { trustQuery } from '../server/trust-query.ts';
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
  const [draft, setDraft] = useState<ApplicationDraft>({
    ...emptyDraft,
    ...knownOf(person),
  });
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
        <HomeDraftOffer name={home.draft.tradeName} take={() => setDraft({ ...home.draft, ...knownOf(person) })} />
      )}
      {applicationSteps.map((step) => (
        <ApplyAnswer
          key={step}
          service={service}
          step={step}
          draft={draft}
          change={(part) => setDraft((old) => ({ ...old, ...part }))}
          problem={problems.find(({ field }) => isFieldOf(step, field))}
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

/** What the register said of them is not typed again. */
function knownOf({ name, address }: CounterPerson): Pick<ApplicationDraft, 'operator' | 'residence'> {
  return { operator: name, ...(address === undefined ? {} : { residence: address }) };
}

function isFieldOf(step: string, field: string): boolean {
  return field === `answer-${step}` || (step === 'operator' && field === 'answer-residence');
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
function useSending(props: CounterFormProps, draft: ApplicationDraft, home: HomeDraft | undefined) {
  const { service, agent, sent } = props;
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const elsewhere = otherOffice(service, draft);
  const missing = [...problemsOf(draft, agent), ...(elsewhere === undefined ? [] : [OTHER_OFFICE])];
  const problems =
    attempt === 0 ? [] : missing.map(({ field, words }) => ({ field, words: t(words, { organ: elsewhere }) }));
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
const OTHER_OFFICE = { field: 'answer-region', words: 'counter.otherOffice' } as const;

/** Field and message key of everything that is still missing; an agent needs a document and a mandate (实施细则 14, 16). */
function problemsOf(
  draft: ApplicationDraft,
  agent: CounterFormProps['agent'],
): readonly { readonly field: string; readonly words: string }[] {
  const asked = applicationSteps.flatMap((step) => {
    const words = applicationProblem(step, draft);
    return words === undefined ? [] : [{ field: problemField(step, words), words }];
  });
  if (agent === undefined) return asked;
  return [
    ...(agent.person === undefined ? [{ field: 'counter-agent-number', words: 'counter.agentMissing' }] : []),
    ...(agent.mandate ? [] : [{ field: 'counter-mandate', words: 'counter.mandateMissing' }]),
    ...asked,
  ];
}

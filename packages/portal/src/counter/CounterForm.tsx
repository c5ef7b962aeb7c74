import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ApplyAnswer } from '../citizen/ApplyAnswer.tsx';
import { Notice } from '../design/Notice.tsx';
import type { ApplicationDraft } from '../forms/application-draft.ts';
import { ErrorSummary } from '../forms/ErrorSummary.tsx';
import { ContactFields } from '../inbox/ContactFields.tsx';
import { contactProblems } from '../inbox/contact-problems.ts';
import { useTranslation } from '../language/use-translation.ts';
import type { Officer } from '../officer/use-officer.ts';
import type { CityDepartment } from '../server/city.ts';
import type { Service } from '../server/service.ts';
import { CounterQuestions } from './CounterQuestions.tsx';
import { CounterSendingWords } from './CounterSendingWords.tsx';
import { type CounterDraft, takenFromHome } from './counter-draft.ts';
import { type CounterAgent, counterProblems } from './counter-problems.ts';
import { applicationAtCounter, counterSteps } from './counter-steps.ts';
import { findHomeDraft, forgetHomeDraft, forgetPages, type HomeDraft } from './home-draft.ts';
import type { CounterPerson } from './read-document.ts';
import type { SignedAtCounter } from './submit-at-counter.ts';
import { useCounterSending } from './use-counter-sending.ts';

interface CounterFormProps {
  readonly officer: Officer;
  readonly chain: string;
  readonly service: Service;
  readonly registers: readonly [CityDepartment, ...CityDepartment[]];
  readonly person: CounterPerson;
  readonly agent: CounterAgent | undefined;
  readonly draft: CounterDraft;
  readonly change: (next: (old: CounterDraft) => CounterDraft) => void;
  readonly sent: (signed: SignedAtCounter) => void;
}

/** The questions of the phone on one page: the same fields, the same checks, the same draft, which only this page holds. */
export function CounterForm(props: CounterFormProps) {
  const { officer, chain, service, registers, person, agent, draft, change, sent } = props;
  const { t } = useTranslation();
  const home = useHomeDraft(props);
  const [attempt, setAttempt] = useState(0);
  const sending = useCounterSending(officer, async (signed) => {
    await tidyUp(props, home);
    sent(signed);
  });
  useLeaveWarning();
  const missing = counterProblems(service, draft, agent);
  const problems =
    attempt === 0
      ? []
      : missing.map(({ field, words, organ, facts }) => ({ field, words: t(words, { organ, ...facts }) }));
  function submit(event: React.SyntheticEvent): void {
    event.preventDefault();
    if (!sending.isSigned) setAttempt(attempt + 1);
    if (sending.busy || (missing.length > 0 && !sending.isSigned)) return;
    void sending.send({
      chain,
      service,
      registers,
      person,
      draft: applicationAtCounter(service, draft.answers),
      agent: agent?.person,
    });
  }
  return (
    <form noValidate className="counter-form" onSubmit={submit}>
      <h2>{t('counter.form')}</h2>
      <ErrorSummary problems={problems} attempt={attempt} />
      {home !== undefined && draft.fromHome === undefined && (
        <HomeDraftOffer
          name={home.draft.tradeName}
          take={() => change((old) => takenFromHome(service, old, home.draft))}
        />
      )}
      <fieldset className="counter-answers" disabled={sending.busy || sending.isSigned}>
        <Answers key={draft.fromHome} {...{ service, draft, change, problems }} />
      </fieldset>
      <CounterSendingWords sending={sending} />
    </form>
  );
}

interface AnswersProps extends Pick<CounterFormProps, 'service' | 'draft' | 'change'> {
  readonly problems: readonly { readonly field: string; readonly words: string }[];
}

/** The service's questions, and where the person wants to hear of it: sealed to nobody but the organ, and it may stay empty. */
function Answers({ service, draft, change, problems }: AnswersProps) {
  const { t } = useTranslation();
  const answer = (part: Partial<ApplicationDraft>) =>
    change((old) => ({ ...old, answers: { ...old.answers, ...part } }));
  const wrong = contactProblems(draft.contact).filter(({ field }) => problems.some((one) => one.field === field));
  return (
    <>
      {service.form !== undefined && (
        <CounterQuestions {...{ service, problems }} form={service.form} draft={draft.answers} change={answer} />
      )}
      {counterSteps(service).map((step) => (
        <ApplyAnswer
          key={step}
          service={service}
          step={step}
          draft={draft.answers}
          change={answer}
          problem={problems.find(({ field }) => isFieldOf(step, field))}
        />
      ))}
      <h3>{t('counterVisit.contact')}</h3>
      <p className="soft">{t('counterVisit.contactWords', { organ: service.organName })}</p>
      <ContactFields
        typed={draft.contact}
        problems={wrong}
        change={(contact) => change((old) => ({ ...old, contact }))}
      />
    </>
  );
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
    // Nobody's draft stays behind in this page when the next person stands here.
    gcTime: 0,
    queryFn: async () => (await findHomeDraft(register.endpoint, person.token, service.id)) ?? null,
  });
  return home.data ?? undefined;
}

/** What was typed lies in this page alone: a page that is left by mistake asks first. */
function useLeaveWarning(): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, []);
}

/**
 * Nothing of a case that is handed in stays here; the draft at home is over only where it is the one that was sent. The
 * case is in the ledger by now: what cannot be tidied up keeps nobody from the receipt.
 */
async function tidyUp({ registers, person, draft }: CounterFormProps, home: HomeDraft | undefined): Promise<void> {
  await forgetPages(draft.answers).catch(() => undefined);
  if (home !== undefined && draft.fromHome === home.draft.updatedAt)
    await forgetHomeDraft(registers[0].endpoint, person.token, home.at).catch(() => undefined);
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

import { applicationProblem, problemField } from '../forms/application-problems.ts';
import { contactProblems } from '../inbox/contact-problems.ts';
import { findServiceIn } from '../server/office.ts';
import type { Service } from '../server/service.ts';
import type { CounterDraft } from './counter-draft.ts';
import { applicationAtCounter, counterSteps, openQuestions } from './counter-steps.ts';
import type { CounterPerson } from './read-document.ts';

export interface CounterProblem {
  readonly field: string;
  /** Message key. */
  readonly words: string;
  /** Of the office in charge, where that is the problem. */
  readonly organ?: string;
  readonly facts?: Readonly<Record<string, number | string>>;
}

/** Whoever applies for the operator: their own document, and the mandate (实施细则 14, 16). */
export interface CounterAgent {
  readonly person: CounterPerson | undefined;
  readonly mandate: boolean;
}

/** Everything that is still missing, in the order of the page. */
export function counterProblems(
  service: Service,
  { answers, contact }: CounterDraft,
  agent: CounterAgent | undefined,
): readonly CounterProblem[] {
  const asked = counterSteps(service).flatMap((step) => {
    const words = applicationProblem(step, answers);
    return words === undefined ? [] : [{ field: problemField(step, words), words }];
  });
  const elsewhere = otherOffice(service, applicationAtCounter(service, answers).region);
  return [
    ...(agent !== undefined && agent.person === undefined
      ? [{ field: 'counter-agent-number', words: 'counter.agentMissing' }]
      : []),
    ...(agent?.mandate === false ? [{ field: 'counter-mandate', words: 'counter.mandateMissing' }] : []),
    ...openQuestions(service, answers),
    ...asked,
    // Registration belongs to another office: the person is told which, and nothing is taken in here (条例 5; 实施细则 18).
    ...(elsewhere === undefined ? [] : [{ field: 'answer-region', words: 'counter.otherOffice', organ: elsewhere }]),
    ...contactProblems(contact),
  ];
}

/** Name of the office that registers this region, where it is not this one; empty where there is none. */
function otherOffice(service: Service, region: string): string | undefined {
  const office = region === '' ? service : findServiceIn(service, region);
  return office?.organ === service.organ ? undefined : (office?.organName ?? '');
}

import type { JsonObject } from '@minglu/protocol';
import type { AnnulmentRecord } from '../../server/annulment.ts';

/** What an officer can do about an investigation, each a step the rules name. */
export const annulmentSteps = [
  'take-up',
  'decline',
  'extend',
  'announce',
  'stay',
  'resume',
  'annul',
  'annul-partly',
  'reject',
  'undo',
] as const;
export type AnnulmentStep = (typeof annulmentSteps)[number];

export interface StepAnswers {
  readonly reason: string | undefined;
  readonly words: string;
  readonly tradeName: string;
  readonly particulars: readonly string[];
}

/** Reasons offered for a step: codes on the public record, words under `annulmentReasons`. */
export const stepReasons: Readonly<Partial<Record<AnnulmentStep, readonly string[]>>> = {
  decline: ['identity-not-verified', 'licence-closed', 'other-law'],
  announce: ['unreachable', 'unwilling'],
  annul: ['found', 'unopposed'],
  reject: ['not-false', 'public-interest', 'irreversible', 'other-law'],
};

/** What may be false without the whole registration being so. */
export const falseParticulars = ['premises', 'operator-residence', 'family-members', 'contact'] as const;

/** Steps told to whoever asked, in words sealed for the file. */
export function needsWords(step: AnnulmentStep | undefined): boolean {
  return step === 'decline' || step === 'reject';
}

/** The steps that the status allows; only the head of the office allows three more months. */
export function stepsFor(record: AnnulmentRecord, isHead: boolean): readonly AnnulmentStep[] {
  const { status, announced, extendedBy, stayAsked } = record;
  if (status === 'asked') return ['take-up', 'decline'];
  if (status === 'stayed') return ['resume'];
  if (status === 'annulled') return ['undo'];
  if (status !== 'investigated') return [];
  return [
    ...(announced === undefined ? (['announce'] as const) : []),
    ...(stayAsked === undefined ? [] : (['stay'] as const)),
    ...(isHead && extendedBy === undefined ? (['extend'] as const) : []),
    'annul',
    'annul-partly',
    'reject',
  ];
}

/** The field that still needs an answer, if any. */
export function stepProblem(
  step: AnnulmentStep | undefined,
  { reason, words, tradeName, particulars }: StepAnswers,
): 'step' | 'step-reason' | 'step-words' | 'step-false' | undefined {
  if (step === undefined) return 'step';
  if (stepReasons[step] !== undefined && reason === undefined) return 'step-reason';
  if (needsWords(step) && words.trim() === '') return 'step-words';
  const isNothing = tradeName.trim() === '' && particulars.length === 0;
  return step === 'annul-partly' && isNothing ? 'step-false' : undefined;
}

/** The deed as the chain takes it. */
export function stepBody(step: AnnulmentStep, annulment: string, answers: StepAnswers): JsonObject {
  const { reason = '', tradeName, particulars } = answers;
  const named = tradeName.trim() === '' ? {} : { tradeName: tradeName.trim() };
  switch (step) {
    case 'extend':
      return { annulment, reason: 'COMPLEX' };
    case 'annul':
      return { annulment, basis: reason };
    case 'annul-partly':
      return { annulment, ...named, ...(particulars.length === 0 ? {} : { particulars }) };
    case 'undo':
      return { annulment, ...named };
    default:
      return stepReasons[step] === undefined ? { annulment } : { annulment, reason };
  }
}

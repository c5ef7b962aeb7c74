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
  'bar',
  'lift-bar',
] as const;
export type AnnulmentStep = (typeof annulmentSteps)[number];

export interface StepAnswers {
  readonly reason: string | undefined;
  readonly words: string;
  readonly tradeName: string;
  readonly particulars: readonly string[];
  /** Of whoever is directly responsible; it goes to the department that keeps the bars, and nowhere else. */
  readonly idNumber: string;
}

/** Reasons offered for a step: codes on the public record, words under `annulmentReasons`. */
export const stepReasons: Readonly<Partial<Record<AnnulmentStep, readonly string[]>>> = {
  decline: ['identity-not-verified', 'licence-closed', 'other-law'],
  announce: ['unreachable', 'unwilling'],
  annul: ['found', 'unopposed'],
  'lift-bar': ['not-responsible', 'reconsidered'],
  reject: ['not-false', 'public-interest', 'irreversible', 'other-law'],
};

/** What may be false without the whole registration being so. */
export const falseParticulars = ['premises', 'operator-residence', 'family-members', 'contact'] as const;

/** Steps told to whoever asked, in words sealed for the file. */
export function needsWords(step: AnnulmentStep | undefined): boolean {
  return step === 'decline' || step === 'reject';
}

export interface Stepper {
  readonly isHead: boolean;
  /** Of the organ that answers for it; else of one above. */
  readonly isOwn: boolean;
}

/** The steps that the status allows; only the head of the office allows three more months. */
export function stepsFor(record: AnnulmentRecord, officer: Stepper): readonly AnnulmentStep[] {
  const { status, announced, extendedBy, stayAsked, barred = [] } = record;
  const { isHead, isOwn } = officer;
  const lift = barred.length === 0 ? [] : (['lift-bar'] as const);
  // The organ above sets right what was decided (条例 42), and investigates nothing itself.
  if (!isOwn) return status === 'annulled' ? ['undo', ...lift] : [];
  if (status === 'asked') return ['take-up', 'decline'];
  if (status === 'stayed') return ['resume'];
  if (status === 'annulled') return ['bar', ...lift, 'undo'];
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

const ID_NUMBER = /^\d{17}[\dXx]$/;

/** The field that still needs an answer, if any. */
export function stepProblem(
  step: AnnulmentStep | undefined,
  { reason, words, tradeName, particulars, idNumber }: StepAnswers,
): 'step' | 'step-reason' | 'step-words' | 'step-false' | 'step-id-number' | undefined {
  if (step === undefined) return 'step';
  if (stepReasons[step] !== undefined && reason === undefined) return 'step-reason';
  if (needsWords(step) && words.trim() === '') return 'step-words';
  if ((step === 'bar' || step === 'lift-bar') && !ID_NUMBER.test(idNumber.trim())) return 'step-id-number';
  const isNothing = tradeName.trim() === '' && particulars.length === 0;
  return step === 'annul-partly' && isNothing ? 'step-false' : undefined;
}

/** The deed as the chain takes it. `person`: the blind key of whoever is barred. */
export function stepBody(
  step: AnnulmentStep,
  annulment: string,
  answers: StepAnswers & { readonly person?: string },
): JsonObject {
  const { reason = '', tradeName, particulars, person = '' } = answers;
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
    case 'bar':
      return { annulment, person };
    case 'lift-bar':
      return { annulment, person, reason };
    default:
      return stepReasons[step] === undefined ? { annulment } : { annulment, reason };
  }
}

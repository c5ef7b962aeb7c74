import type { HeldLicence } from './held-licence.ts';

export interface CloseAnswers {
  /** 债权债务、费用、工资、社保、税款: all settled, or not. */
  readonly debts: string | undefined;
  /** Whether a case of 实施细则 48 applies. */
  readonly barred: string | undefined;
  readonly clearance: string;
  readonly approval: string;
}

type Status = Pick<HeldLicence['licence'], 'status' | 'marks'>;

/** 简易注销 only where nothing is owed and nothing bars it (条例 33, 实施细则 48); the ordinary procedure is open to all. */
export function closeWay(
  { debts, barred }: CloseAnswers,
  { status, marks = [] }: Status,
): 'short' | 'ordinary' | undefined {
  const isTakenAway = status === 'annulled' || status === 'revoked';
  const isListed = marks.some(({ mark }) => mark === 'abnormal');
  if (isTakenAway || isListed || debts === 'open' || barred === 'some') return 'ordinary';
  return debts === undefined || barred === undefined ? undefined : 'short';
}

/** Fields that still need an answer. */
export function closeProblems(
  answers: CloseAnswers,
  licence: Status,
): readonly ('close-debts' | 'close-barred' | 'close-clearance')[] {
  const way = closeWay(answers, licence);
  if (way === 'ordinary') return answers.clearance.trim() === '' ? ['close-clearance'] : [];
  if (way === 'short') return [];
  return answers.debts === undefined ? ['close-debts'] : ['close-barred'];
}

import type { MatterPath } from './change-answers.ts';
import type { HeldLicence } from './held-licence.ts';

export interface CloseAnswers {
  /** 债权债务、费用、工资、社保、税款: `none` ever were, all `settled`, or some `open`. */
  readonly debts: string | undefined;
  /** Whether a case of 实施细则 48 applies. */
  readonly barred: string | undefined;
  /** Number of a paper 清税证明, where the tax office's own word is not to be had. */
  readonly clearance: string;
  readonly approval: string;
  readonly path: MatterPath | undefined;
}

type Status = Pick<HeldLicence['licence'], 'status' | 'marks' | 'investigations'>;

export type CloseField = 'close-debts' | 'close-barred' | 'close-clearance' | 'matter-path';

/** 简易注销 only where nothing is owed and nothing bars it (条例 33, 实施细则 48); the ordinary procedure is open to all. */
export function closeWay(
  { debts, barred }: CloseAnswers,
  { status, marks = [], investigations }: Status,
): 'short' | 'ordinary' | undefined {
  const isTakenAway = status === 'annulled' || status === 'revoked';
  const isBarred = investigations !== undefined || marks.some(({ mark }) => mark === 'abnormal');
  if (isTakenAway || isBarred || debts === 'open' || barred === 'some') return 'ordinary';
  return debts === undefined || barred === undefined ? undefined : 'short';
}

/** Fields that still need an answer. `attested`: a tax office speaks for itself, and no paper is asked for (条例 16). */
export function closeProblems(answers: CloseAnswers, licence: Status, attested: boolean): readonly CloseField[] {
  const way = closeWay(answers, licence);
  if (way === 'short') return [];
  if (way === undefined) return answers.debts === undefined ? ['close-debts'] : ['close-barred'];
  if (!attested) return answers.clearance.trim() === '' ? ['close-clearance'] : [];
  return answers.path === undefined ? ['matter-path'] : [];
}

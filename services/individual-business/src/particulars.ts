import type { Json, RuleResult } from '@minglu/service-kit';
import type { Application } from './application.ts';

type Plain = { readonly [name: string]: Json };
type Facts = { readonly [name: string]: Json };

/** 组成形式 is given, and where a family runs the business its members are filed with it, sealed: only their number is told here. */
export function compositionIsFiled({ fields }: Application, { family }: Plain): RuleResult {
  if (fields?.composition === undefined) return 'missing';
  const isFiled = typeof family === 'number' && family >= 1;
  return fields.composition === 'family' && !isFiled ? 'not-met' : 'met';
}

/**
 * 经营场所 is given, and some department has on record that the applicant may use it: then nothing more is asked (条例 16). A
 * document or a platform's word is looked at by a person; this function sees neither.
 */
export function premisesAreKnown({ fields }: Application, facts: Facts): RuleResult {
  if (fields?.premises === undefined || fields.premises === '') return 'missing';
  if (fields['premises-kind'] !== 'address') return 'not-met';
  const known = facts['premises-on-record'];
  if (known === undefined) return 'missing';
  return known === true ? 'met' : 'not-met';
}

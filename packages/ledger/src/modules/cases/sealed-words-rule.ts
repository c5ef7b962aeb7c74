import type { DeedContext } from '../../deed.ts';
import { type Refusal, refuse } from '../../refusals.ts';

/** Words to the applicant alone, beside the code in public. */
export function hasSealedReason(_body: unknown, { sidecar, erased }: DeedContext): Refusal | undefined {
  if (erased !== undefined) return undefined;
  return sidecar?.sealed.reason === undefined ? refuse('sealed-reason-missing') : undefined;
}

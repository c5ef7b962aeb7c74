import { readCodes } from './classification/read-codes.ts';
import { notOpenCodes, ordinaryCodes, priorApprovalCodes } from './generated/class-codes.ts';
import type { ScopeTreatment } from './scope-item.ts';

/** What the office does with each 小类. Codes only: names and everyday words are no part of what is decided. */
export const treatments: ReadonlyMap<string, ScopeTreatment> = new Map([
  ...treated(ordinaryCodes, 'ordinary'),
  ...treated(priorApprovalCodes, 'prior-approval'),
  ...treated(notOpenCodes, 'not-open'),
]);

function treated(codes: string, treatment: ScopeTreatment): (readonly [string, ScopeTreatment])[] {
  return readCodes(codes).map((code) => [code, treatment] as const);
}

import { isJsonObject } from '@minglu/protocol';
import type { FieldValues } from '../../shape/declared-fields.ts';
import { activityCode, digest, id, regionCode, transactionId } from '../../shape/ids.ts';
import { type BodyOf, optional, type RequiredShape, required } from '../../shape/shape.ts';
import { displayText } from '../../shape/texts.ts';
import { bool, listOf } from '../../shape/values.ts';

/** Which members these are, and what each may be, the service's record says. */
export const fieldValues: RequiredShape<FieldValues> = required((value) => (isJsonObject(value) ? undefined : 'type'));

export const tradeName = displayText(2, 60);
export const scope = listOf(activityCode, 1, 50);

/** An application in protocol version 1. */
export const firstSubmission = {
  service: id,
  tradeName,
  scope,
  region: regionCode,
  /** Salted commitment to the operator's name; the name itself is on the holder's licence file only. */
  operator: digest,
  /** The person chose to be handled by an officer (个人信息保护法 24). */
  manual: bool,
};
export const submission = {
  ...firstSubmission,
  /** The case that this one files anew: it was returned or withdrawn, and its key named this one's. */
  previous: optional(transactionId),
};
/**
 * From protocol version 3 on a service may have public fields of its own; one that has them may do without activities.
 * A market entity that uses no name registers none (市场主体登记管理条例实施细则 6).
 */
export const submissionWithFields = {
  ...submission,
  tradeName: optional(tradeName),
  scope: listOf(activityCode, 0, 50),
  fields: optional(fieldValues),
};
export type Submission = BodyOf<typeof submissionWithFields>;

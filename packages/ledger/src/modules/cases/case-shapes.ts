import { activityCode, digest, id, regionCode } from '../../shape/ids.ts';
import type { BodyOf } from '../../shape/shape.ts';
import { displayText } from '../../shape/texts.ts';
import { bool, listOf } from '../../shape/values.ts';

export const tradeName = displayText(2, 60);
export const scope = listOf(activityCode, 1, 50);

export const submission = {
  service: id,
  tradeName,
  scope,
  region: regionCode,
  /** Salted commitment to the operator's name; the name itself is on the holder's licence file only. */
  operator: digest,
  /** The person chose to be handled by an officer (个人信息保护法 24). */
  manual: bool,
};
export type Submission = BodyOf<typeof submission>;

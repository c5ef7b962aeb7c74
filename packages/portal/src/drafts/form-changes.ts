import type { ApplicationDraft } from '../forms/application-draft.ts';
import { stepsOf } from '../forms/steps-of.ts';
import { readCodes } from '../scope/read-codes.ts';
import type { Service } from '../server/service.ts';

export interface FormChanges {
  /** Questions that were not asked when the draft was begun. */
  readonly steps: readonly string[];
  /** Picked scopes that the catalogue no longer has. */
  readonly scope: readonly string[];
  /** The draft as the new form takes it, once the person has seen what is different; every other answer stays. */
  readonly mended: Pick<ApplicationDraft, 'scope'> & Required<Pick<ApplicationDraft, 'asked'>>;
}

/** What is different since the draft was begun; undefined when the service is still at the same version. */
export function formChanges(
  draft: ApplicationDraft,
  service: Pick<Service, 'version' | 'scope' | 'codes' | 'form'>,
): FormChanges | undefined {
  const { asked } = draft;
  if (asked === undefined || asked.version === service.version) return undefined;
  const steps = stepsOf(service);
  const known = new Set([...service.scope.map(({ code }) => code), ...readCodes(service.codes ?? '')]);
  const isGone = (code: string) => !known.has(code);
  return {
    steps: steps.filter((step) => !asked.steps.includes(step)),
    scope: draft.scope.filter(isGone),
    mended: {
      scope: draft.scope.filter((code) => !isGone(code)),
      asked: { version: service.version, steps },
    },
  };
}

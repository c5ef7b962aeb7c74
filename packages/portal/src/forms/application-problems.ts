import { looksMasked } from '@minglu/sdk';
import type { ApplicationDraft } from './application-draft.ts';
import { type Composition, particularLimits } from './particulars.ts';

export const applicationSteps = [
  'name',
  'scope',
  'region',
  'place',
  'premises',
  'composition',
  'operator',
  'path',
] as const;
export type ApplicationStep = (typeof applicationSteps)[number];

/** At most as many characters and scopes as the deed takes. */
export const limits = { tradeName: 60, operator: 40, scope: 50 } as const;

/** The one thing wrong with the answer of a step, as a message key; undefined when it can stand. The server checks again. */
export function applicationProblem(step: ApplicationStep, draft: ApplicationDraft): string | undefined {
  switch (step) {
    case 'name':
      return draft.nameless === true ? undefined : textProblem('name', draft.tradeName, 2, limits.tradeName);
    case 'scope':
      if (draft.scope.length === 0) return 'apply.scope.none';
      return draft.scope.length > limits.scope ? 'apply.scope.many' : undefined;
    case 'region':
      return /^\d{6}$/.test(draft.region) ? undefined : 'apply.region.none';
    case 'premises':
      // 免提交 where the state knows the premises; the officer asks for it where the contract does not.
      return undefined;
    case 'place':
      if (draft.place === undefined) return 'apply.place.none';
      return textProblem('place', draft.place.text, 4, particularLimits.place);
    case 'composition':
      return compositionProblem(draft.composition);
    case 'operator':
      return (
        textProblem('operator', draft.operator, 2, limits.operator) ??
        textProblem('residence', draft.residence ?? '', 4, particularLimits.residence)
      );
    case 'path':
      return draft.path === undefined ? 'apply.path.none' : undefined;
  }
}

/** The field that a problem stands at: the second question of a page has one of its own. */
export function problemField(step: ApplicationStep, problem: string): string {
  return problem.startsWith('apply.residence.') ? 'answer-residence' : `answer-${step}`;
}

/** The first step that still needs an answer. */
export function firstOpenStep(draft: ApplicationDraft): ApplicationStep | undefined {
  return applicationSteps.find((step) => applicationProblem(step, draft) !== undefined);
}

function compositionProblem(composition: Composition | undefined): string | undefined {
  if (composition === undefined) return 'apply.composition.none';
  const { form, members } = composition;
  if (form === 'personal') return undefined;
  if (members.length === 0) return 'apply.composition.nobody';
  if (members.length > particularLimits.members) return 'apply.composition.many';
  const isWrong = members.some((name) => textProblem('operator', name, 2, particularLimits.member) !== undefined);
  return isWrong ? 'apply.composition.strange' : undefined;
}

function textProblem(step: string, text: string, least: number, most: number): string | undefined {
  const length = [...text.trim()].length;
  if (length === 0) return `apply.${step}.none`;
  if (length < least) return `apply.${step}.short`;
  if (length > most) return `apply.${step}.long`;
  // A form that was filled with what its reader may not see never writes that back.
  if (looksMasked(text)) return `apply.${step}.masked`;
  return hasControl(text) ? `apply.${step}.strange` : undefined;
}

/** Characters nobody can see or that turn the reading order: a name on a public register must be what it looks like. */
function hasControl(text: string): boolean {
  return /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}]/u.test(text);
}

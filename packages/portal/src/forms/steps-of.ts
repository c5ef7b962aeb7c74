import type { Service } from '../server/service.ts';
import { applicationSteps } from './application-problems.ts';

/** The pages of a service's form, in their order: of its own questions, or of the shop's. */
export function stepsOf({ form }: Pick<Service, 'form'>): readonly string[] {
  return form === undefined ? applicationSteps : [...form.questions.map(({ id }) => id), 'path'];
}

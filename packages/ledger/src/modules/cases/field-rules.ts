import type { DeedContext } from '../../deed.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { findFieldProblem } from '../../shape/declared-fields.ts';
import type { Submission } from './case-shapes.ts';

/**
 * An application has exactly the public fields that its service registered: what nobody declared would stand in public
 * for ever without an article that says so. Activities may be left out only where the service has fields of its own.
 */
export function fieldsFit({ service, scope, fields }: Submission, { records }: DeedContext): Refusal | undefined {
  const declared = records.find('service', service)?.fields;
  if (declared === undefined) {
    if (fields !== undefined) return refuse('body-invalid', { member: 'fields', problem: 'unexpected' });
    return scope.length === 0 ? refuse('body-invalid', { member: 'scope', problem: 'length' }) : undefined;
  }
  const found = findFieldProblem(fields ?? {}, declared);
  return found === undefined ? undefined : refuse('body-invalid', { member: 'fields', ...found });
}

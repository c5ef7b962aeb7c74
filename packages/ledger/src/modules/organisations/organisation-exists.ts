import type { DeedContext } from '../../deed.ts';
import { type Refusal, refuse } from '../../refusals.ts';

export function organisationExists(org: string, { records }: DeedContext): Refusal | undefined {
  return records.find('org', org) === undefined ? refuse('organisation-unknown', { org }) : undefined;
}

import type { Matter } from './matter.ts';
import type { MatterId } from './matter-id.ts';
import { businessMatters } from './vocabulary/business.ts';
import { careMatters } from './vocabulary/care.ts';
import { familyMatters } from './vocabulary/family.ts';
import { housingMatters } from './vocabulary/housing.ts';
import { identityMatters } from './vocabulary/identity.ts';
import { insuranceMatters } from './vocabulary/insurance.ts';
import { educationMatters, publicMatters, vehicleMatters } from './vocabulary/public.ts';

/** Every matter that has a guide; where two answer a question as well, the earlier one is shown first. */
export const matters: readonly Matter[] = [
  ...businessMatters,
  ...familyMatters,
  ...identityMatters,
  ...housingMatters,
  ...insuranceMatters,
  ...careMatters,
  ...vehicleMatters,
  ...educationMatters,
  ...publicMatters,
];

const byId = new Map(matters.map((matter) => [matter.id as string, matter]));

export function findMatter(id: string): Matter | undefined {
  return byId.get(id);
}

export function getMatter(id: MatterId): Matter {
  const matter = byId.get(id);
  if (matter === undefined) throw new Error('a matter of the list has no entry');
  return matter;
}

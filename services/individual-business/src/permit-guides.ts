import type { LaterPermit } from './scope-item.ts';

/** Matters that tell how a later permit is had; those without a guide here are only named. */
export const permitGuides: Readonly<Partial<Record<LaterPermit, string>>> = {
  food: 'food-permit',
  hygiene: 'hygiene-permit',
  tobacco: 'tobacco-licence',
  'road-freight': 'road-freight-permit',
};

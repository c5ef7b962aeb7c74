import type { Guide } from './guide.ts';
import { businessGuides } from './guides/business.ts';
import { careGuides } from './guides/care.ts';
import { familyGuides } from './guides/family.ts';
import { housingGuides } from './guides/housing.ts';
import { identityGuides } from './guides/identity.ts';
import { individualBusinessGuide } from './guides/individual-business.ts';
import { insuranceGuides } from './guides/insurance.ts';
import { educationGuides, publicGuides, vehicleGuides } from './guides/public.ts';

/** A guide for each matter, in no order. */
export const guides: readonly Guide[] = [
  individualBusinessGuide,
  ...businessGuides,
  ...familyGuides,
  ...identityGuides,
  ...housingGuides,
  ...insuranceGuides,
  ...careGuides,
  ...educationGuides,
  ...vehicleGuides,
  ...publicGuides,
];

/**
 * `ordinary`: registered at once · `prior-approval`: another organ must approve first, so a person looks at the approval ·
 * `not-open`: not for an individual business, so a person explains.
 */
export type ScopeTreatment = 'ordinary' | 'prior-approval' | 'not-open';

/** A permit or filing that is had after the registration and before the business opens (先照后证). */
export type LaterPermit =
  | 'food'
  | 'food-production'
  | 'medicine'
  | 'tobacco'
  | 'hygiene'
  | 'lodging'
  | 'road-freight'
  | 'entertainment'
  | 'publications'
  | 'gas'
  | 'animal-clinic'
  | 'animal-medicine'
  | 'pesticide'
  | 'car-repair'
  | 'sports';

export interface ScopeItem {
  /** GB/T 4754-2017, four digits. */
  readonly code: string;
  /** Name in the standard. */
  readonly name: string;
  /** What people call it: for search, and so that nobody must know the standard. */
  readonly everyday: readonly string[];
  readonly english: string;
  readonly treatment: ScopeTreatment;
  readonly laterPermit?: LaterPermit;
}

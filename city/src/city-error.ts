export type CityErrorCode =
  | 'already-running'
  | 'child-silent'
  | 'child-refused'
  | 'keys-damaged'
  | 'record-damaged'
  | 'city-of-another-world'
  | 'seeding-refused'
  | 'year-refused'
  | 'year-differs'
  | 'department-refused'
  | 'portal-not-built'
  | 'service-damaged'
  | 'service-refused';

/** Why the city does not start; `facts` name the part, never a person. */
export class CityError extends Error {
  override readonly name = 'CityError';
  readonly code: CityErrorCode;
  readonly facts: Readonly<Record<string, string | number>>;

  constructor(code: CityErrorCode, facts: Readonly<Record<string, string | number>> = {}) {
    super(code);
    this.code = code;
    this.facts = facts;
  }
}

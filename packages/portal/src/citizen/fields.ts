import type { ApplicationStep } from '../forms/application-problems.ts';

/** Which field of the service's own words a question is about. */
export const fields: Readonly<Record<ApplicationStep, string>> = {
  name: 'tradeName',
  scope: 'scope',
  region: 'region',
  place: 'premises',
  premises: 'premises',
  composition: 'composition',
  operator: 'operator',
  path: 'manual',
};

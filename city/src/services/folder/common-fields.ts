import type { FormQuestion } from './service-folder.ts';

/** Fields that every application has, with the kind of question that asks for each. */
export const COMMON_FIELDS: Readonly<Record<string, FormQuestion['kind']>> = {
  tradeName: 'text',
  scope: 'scope',
  region: 'region',
};

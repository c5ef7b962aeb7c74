export type { ContractInput, Json, NamedLicence } from './contract-input.ts';
export {
  type ContractRule,
  factIsAtLeast,
  factIsTrue,
  licenceIsHeld,
  paperIsThere,
  type RuleResult,
} from './contract-rule.ts';
export { type Contract, defineContract } from './define-contract.ts';
export type {
  Article,
  FieldValue,
  Language,
  NeededFact,
  PermitTerms,
  PublicField,
  RefusalReason,
  RegistrationTerms,
  ReturnPoint,
  ServiceManifest,
  StatutoryClock,
  Words,
} from './manifest.ts';
export type { ServiceDefinition } from './service-definition.ts';

export type { ContractInput, Json, MatterInput, NamedLicence } from './contract-input.ts';
export {
  type ContractRule,
  factIsAtLeast,
  factIsTrue,
  licenceIsHeld,
  paperIsThere,
  type RuleResult,
} from './contract-rule.ts';
export { type Contract, defineContract, type MatterRules } from './define-contract.ts';
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

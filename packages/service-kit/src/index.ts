export type { ContractInput, Json, MatterInput } from './contract-input.ts';
export { type ContractRule, factIsAtLeast, factIsTrue, type RuleResult } from './contract-rule.ts';
export { type Contract, defineContract, type MatterRules } from './define-contract.ts';
export type {
  Article,
  FieldValue,
  Language,
  NeededFact,
  PublicField,
  RefusalReason,
  RegistrationTerms,
  ReturnPoint,
  ServiceManifest,
  StatutoryClock,
  Words,
} from './manifest.ts';
export type { ServiceDefinition } from './service-definition.ts';

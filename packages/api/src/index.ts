export { ApiError, type ErrorFacts } from './api-error.ts';
export { API_ERROR_CODES, type ApiErrorCode } from './api-error-code.ts';
export type { LedgerNode as ApiNode } from './api-node.ts';
export type { ApiOptions, CityProcess } from './api-options.ts';
export { ERROR_CODES, type ErrorCode } from './error-status.ts';
export { type RunningApi, startApi } from './server.ts';
export type { ProviderOptions, SignInOptions } from './sign-in/provider-options.ts';
export { checkVault, NamedObjects, type VaultReport } from './vault/check-vault.ts';
export { Vault, type VaultOptions } from './vault/vault.ts';

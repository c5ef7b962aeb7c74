export type { IdentityAccount } from './identity-account.ts';
export { type IdentityClient, type IdentityOptions, type RunningIdentity, startIdentity } from './start-identity.ts';

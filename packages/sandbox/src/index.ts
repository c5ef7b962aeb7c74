export { directRunner } from './direct-runner.ts';
export { SandboxError, type SandboxErrorCode } from './sandbox-error.ts';

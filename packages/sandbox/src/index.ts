export { directRunner } from './direct-runner.ts';
export { currentEngine, type KeptEngine } from './engine/engine.ts';
export { defaultLimits, type SandboxLimits } from './limits.ts';
export type { CallOutcome } from './machine.ts';
export { openSandbox, type Sandbox, type SandboxAlarm, type SandboxOptions } from './open-sandbox.ts';
export { type CallFailure, SandboxError, type SandboxErrorCode } from './sandbox-error.ts';

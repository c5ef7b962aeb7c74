export { type EngineConfig, engineConfigToml } from './engine/engine-config.ts';
export { type EngineGenesis, engineGenesisJson } from './engine/engine-genesis.ts';
export { type EngineKeys, openEngineKeys } from './engine/engine-home.ts';
export type { EngineKey } from './engine/engine-keys.ts';
export { EngineProcess, type EngineProcessOptions } from './engine/engine-process.ts';
export { EngineRpc } from './engine/engine-rpc.ts';
export { ENGINE_MODULE, ENGINE_VERSION, findEngine } from './engine/find-engine.ts';
export { EngineError, type EngineErrorCode, type EngineErrorFacts } from './engine-error.ts';
export {
  type CometbftOptions,
  cometbftSequencer,
  type Engine,
  type EngineFounding,
} from './sequencer/cometbft-sequencer.ts';

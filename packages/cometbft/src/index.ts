export {
  type ClusterMember,
  type ClusterPlan,
  memberFolder,
  type NewCluster,
  openClusterPlan,
} from './cluster/cluster-plan.ts';
export { type MemberOptions, type MemberOrdering, memberOrdering } from './cluster/member-ordering.ts';
export { EngineProcess, type EngineProcessOptions } from './engine/engine-process.ts';
export { ENGINE_MODULE, ENGINE_VERSION, findEngine } from './engine/find-engine.ts';
export { EngineError, type EngineErrorCode, type EngineErrorFacts } from './engine-error.ts';
export {
  type CometbftOptions,
  cometbftSequencer,
  type Engine,
  type EngineFounding,
} from './sequencer/cometbft-sequencer.ts';

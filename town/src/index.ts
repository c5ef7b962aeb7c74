export { startTown } from './start-town.ts';
export type { Town } from './town.ts';
export type { TownOptions } from './town-options.ts';

export type { Power } from './power.ts';
export { runCommand } from './run-command.ts';

import { UsageError } from './arguments.ts';
import type { Command } from './command.ts';
import type { Power } from './power.ts';

/** Loaded when asked for: a witness's process must not carry the node with it. */
export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./commands/start.ts')).start,
  witness: async () => (await import('./commands/witness.ts')).witness,
  monitor: async () => (await import('./commands/monitor.ts')).monitor,
  department: async () => (await import('./commands/department.ts')).department,
  attester: async () => (await import('./commands/attester.ts')).attester,
  node: async () => (await import('./commands/node.ts')).node,
  ceremony: async () => (await import('./commands/ceremony.ts')).ceremony,
  key: async () => (await import('./commands/key.ts')).key,
  organisations: async () => (await import('./commands/organisations.ts')).organisations,
  officers: async () => (await import('./commands/officers.ts')).officers,
  identity: async () => (await import('./commands/identity.ts')).identity,
  'time-stamp': async () => (await import('./commands/time-stamp.ts')).timeStamp,
  deliveries: async () => (await import('./commands/deliveries.ts')).deliveries,
  fsck: async () => (await import('./commands/fsck.ts')).fsck,
  replay: async () => (await import('./commands/replay.ts')).replay,
  audit: async () => (await import('./commands/audit.ts')).audit,
  export: async () => (await import('./commands/export.ts')).exportLog,
  backup: async () => (await import('./commands/backup.ts')).backup,
  restore: async () => (await import('./commands/restore.ts')).restore,
  verify: async () => (await import('./commands/verify.ts')).verify,
  service: async () => (await import('./commands/service.ts')).service,
};

/** Exit codes: 0 done, 1 what was asked does not hold or did not work, 2 asked wrongly. */
export async function runCommand(power: Power): Promise<number> {
  const [name = 'help', ...rest] = power.args;
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined) {
    await help(power);
    return name === 'help' || name === '--help' ? 0 : 2;
  }
  try {
    return await (await load()).run(power, rest);
  } catch (error) {
    power.warn(error instanceof UsageError ? error.message : wordsOf(error));
    return error instanceof UsageError ? 2 : 1;
  }
}

async function help(power: Power): Promise<void> {
  power.print('minglu 明录');
  for (const load of Object.values(COMMANDS)) {
    const { usage, summary } = await load();
    power.print(`  ${usage}\n      ${summary}`);
  }
}

/** A coded error in a line: the code, and the facts that say where. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, facts } = error as { code?: unknown; facts?: unknown };
  if (typeof code !== 'string') return `${error.name}: ${error.message}`;
  return `${code} ${JSON.stringify(facts ?? {})}`;
}

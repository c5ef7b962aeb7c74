import { localRecord } from '../store/local-record.ts';

/** What the holder calls whom he appointed: it stays in this browser, for the ledger knows no names. */
const kept = localRecord('minglu.agent-names', (raw) =>
  typeof raw === 'object' && raw !== null ? (raw as Readonly<Record<string, unknown>>) : undefined,
);

/** @param agent thumbprint of the agent's key */
export function findAgentName(agent: string): string | undefined {
  const names = kept.read() ?? {};
  const name = Object.hasOwn(names, agent) ? names[agent] : undefined;
  return typeof name === 'string' && name !== '' ? name : undefined;
}

export function keepAgentName(agent: string, name: string): void {
  kept.write({ ...kept.read(), [agent]: name });
}

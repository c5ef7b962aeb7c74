import { localRecord } from '../store/local-record.ts';

/** A pair of keys made in this browser to act for somebody: that they are here, never what they are. */
export interface AgentKey {
  readonly kid: string;
  readonly createdAt: number;
}

const kept = localRecord('minglu.agent-keys', (raw) => (Array.isArray(raw) ? raw.filter(isAgentKey) : undefined));

function isAgentKey(raw: unknown): raw is AgentKey {
  const { kid, createdAt } = (raw ?? {}) as Record<string, unknown>;
  return typeof kid === 'string' && typeof createdAt === 'number';
}

/** The newest first. */
export function listAgentKeys(): readonly AgentKey[] {
  return kept.read() ?? [];
}

export function keepAgentKey(key: AgentKey): void {
  kept.write([key, ...listAgentKeys()]);
}

import type { AgentSecrets } from '@minglu/sdk';

/** As with a case's key: what was made since this page was loaded can be saved in a file, and is written nowhere here. */
const fresh = new Map<string, AgentSecrets>();

export function rememberAgentSecrets(kid: string, secrets: AgentSecrets): void {
  fresh.set(kid, secrets);
}

export function findAgentSecrets(kid: string): AgentSecrets | undefined {
  return fresh.get(kid);
}

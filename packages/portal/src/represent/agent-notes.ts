import type { StoredCase } from '../store/case-store.ts';

const TYPE = 'minglu-agent-notes';

/** What only the holder's browser knows of a case and whoever reads in his place needs. */
export type AgentNotes = Pick<StoredCase, 'body' | 'operator'> & Pick<StoredCase, 'attachments' | 'particulars'>;

export function formatAgentNotes(stored: StoredCase): string {
  const { id, body, operator, attachments, particulars } = stored;
  return JSON.stringify({ v: 0, type: TYPE, case: id, body, operator, attachments, particulars });
}

/** Undefined for what is none, or was written for another case. */
export function parseAgentNotes(text: string, id: string): AgentNotes | undefined {
  try {
    const raw = JSON.parse(text) as Record<string, unknown>;
    const { type, case: of, body, operator } = raw;
    const isWhole = type === TYPE && of === id && isBody(body) && isOperator(operator);
    return isWhole ? (raw as unknown as AgentNotes) : undefined;
  } catch {
    return undefined;
  }
}

function isBody(raw: unknown): boolean {
  const { scope, region } = (raw ?? {}) as Record<string, unknown>;
  return Array.isArray(scope) && typeof region === 'string';
}

function isOperator(raw: unknown): boolean {
  const { salt, value } = (raw ?? {}) as Record<string, unknown>;
  return typeof salt === 'string' && typeof value === 'string';
}

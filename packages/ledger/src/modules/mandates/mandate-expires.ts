import type { LedgerEvent } from '@minglu/protocol';
import { event } from '../../events.ts';
import type { Draft } from '../../state/draft.ts';

export function mandateExpires(draft: Draft, subject: string, atMs: number): LedgerEvent[] {
  const [principal = '', agent = ''] = subject.split('/');
  draft.remove('mandate', subject);
  return [event('mandate.expired', { principal, agent, at: atMs })];
}

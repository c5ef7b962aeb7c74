import type { LedgerEvent } from '@minglu/protocol';
import { event } from '../../events.ts';
import type { Draft } from '../../state/draft.ts';

export function mandateExpires(draft: Draft, subject: string, atMs: number): LedgerEvent[] {
  const [principal = '', agent = ''] = subject.split('/');
  const { case: id } = draft.get('mandate', subject);
  draft.remove('mandate', subject);
  return [event('mandate.expired', { case: id, principal, agent, at: atMs })];
}

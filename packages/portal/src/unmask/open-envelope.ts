import { api, departmentAt } from '../server/api.ts';
import type { Session } from '../session/session.ts';
import type { Purpose } from './purposes.ts';

export interface AskedEnvelope {
  readonly case: string;
  /** Name of the envelope. */
  readonly field: string;
  readonly purpose: Purpose;
}

/** The platform gives leave and keeps that it did; the officer's own department opens, and keeps that too. */
export async function openEnvelope({ endpoint, token }: Session, asked: AskedEnvelope): Promise<string> {
  const { opening } = await api.post('/api/unmask', { ...asked });
  return await departmentAt(endpoint).open(token, { ...asked, opening });
}

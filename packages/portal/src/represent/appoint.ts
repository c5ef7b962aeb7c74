import { parseAgentCode, randomId, seal } from '@minglu/sdk';
import { signByKey } from '../citizen/licence/sign-by-key.ts';
import { api, departmentAt } from '../server/api.ts';
import { PortalError } from '../server/failure.ts';
import type { Session } from '../session/session.ts';
import type { StoredCase } from '../store/case-store.ts';
import { keepAgentName } from './agent-names.ts';
import { formatAgentNotes } from './agent-notes.ts';
import { type AppointAnswers, endOf } from './appoint-answers.ts';
import { rememberMandatesAt } from './mandates.ts';
import { deedsOf, needsRelation } from './powers.ts';

const TIMEOUT_MS = 15_000;

/**
 * Gives the mandate. What only this browser knows of the case goes along, sealed to the agent's key alone, where the agent may
 * read; and the register's word on the kinship, where the form asks for one.
 */
export async function appoint(
  stored: StoredCase,
  answers: AppointAnswers,
  session: Session | undefined,
): Promise<void> {
  const { form, powers, until, name } = answers;
  const { kid: agent, sealingJwk, ticket } = parseAgentCode(answers.code);
  const deeds = [...deedsOf(powers)];
  const id = randomId();
  const related = needsRelation(form) ? { form, agent, ticket: ticket ?? '' } : undefined;
  const attestations = related === undefined ? [] : [await attest({ stored, session, id, related })];
  const notes = deeds.includes('cases.read')
    ? { envelopes: { notes: await seal(formatAgentNotes(stored), sealingJwk) } }
    : {};
  const scope = { case: stored.id, agent, form: form ?? '', deeds, services: [stored.service] };
  await signByKey({
    ...{ kid: stored.kid, id, deed: 'mandates.appoint', body: { ...scope, until: endOf(until) ?? 0 } },
    ...{ attestations, ...notes, onDone: rememberMandatesAt },
  });
  keepAgentName(agent, name.trim());
}

interface Related {
  readonly stored: StoredCase;
  readonly session: Session | undefined;
  /** Of the transaction. */
  readonly id: string;
  readonly related: { readonly form: 'guardian' | 'close-relative'; readonly agent: string; readonly ticket: string };
}

async function attest({ stored, session, id, related }: Related) {
  if (session === undefined) throw new PortalError('session-required');
  const { chain } = await api.get('/api/city', {});
  const asked = { token: session.token, chain, service: stored.service, case: id, holder: stored.kid };
  return await departmentAt(session.endpoint, TIMEOUT_MS).attestRelation({ ...asked, ...related });
}

import type { JsonObject } from '@minglu/protocol';
import { signOfficerLetter } from '@minglu/sdk';
import type { Officer } from '../officer/use-officer.ts';
import { api, departmentAt } from '../server/api.ts';
import { PortalError } from '../server/failure.ts';
import type { Session } from '../session/session.ts';
import { type AskedEnvelope, openEnvelope } from './open-envelope.ts';

/** Where what is sealed to an organ is opened: the process of that organ, which asks the platform for the leave. */
export interface EnvelopeDoor {
  /** Tells answers of one sign-in from another's. */
  readonly key: string;
  /** Message key of what the button says: whose process opens. */
  readonly label: 'officer.open' | 'rights.openThere';
  open(asked: AskedEnvelope): Promise<string>;
  /** `张*`, by the names of the envelopes. */
  masked(id: string): Promise<Readonly<Record<string, string>>>;
}

/** Of the officer's own organ, which knows them by its session. */
export function ownDoor(session: Session): EnvelopeDoor {
  const { endpoint, token } = session;
  return {
    key: token,
    label: 'officer.open',
    open: (asked) => openEnvelope(session, asked),
    masked: async (id) => {
      const { opening } = await api.post('/api/unmask/masks', { case: id });
      return await departmentAt(endpoint).masked(token, { opening, case: id });
    },
  };
}

/** Of another organ: it knows the officer by a letter that their key signs, and opens what the chain gave leave for. */
export function letterDoor(officer: Officer, organ: string): EnvelopeDoor {
  return {
    key: `${officer.session.token} ${organ}`,
    label: 'rights.openThere',
    open: async (asked) => {
      const { opening } = await api.post('/api/unmask', { ...asked });
      const { department, letter } = await writeTo(officer, organ, { route: '/open', asked: { ...asked, opening } });
      return (await department.byLetter('/open', letter)).text;
    },
    masked: async (id) => {
      const { opening } = await api.post('/api/unmask/masks', { case: id });
      const { department, letter } = await writeTo(officer, organ, { route: '/masked', asked: { case: id, opening } });
      return (await department.byLetter('/masked', letter)).masked;
    },
  };
}

/** A letter to another organ's process, and the way there. Throws `department-silent` where the organ has no process. */
export async function writeTo(
  { signer }: Officer,
  organ: string,
  { route, asked }: { readonly route: string; readonly asked: JsonObject },
) {
  const { chain, departments } = await api.get('/api/city', {});
  const found = departments.find(({ id }) => id === organ);
  if (found === undefined) throw new PortalError('department-silent', { department: organ });
  const letter = await signOfficerLetter({ chain, audience: organ, route, asked, nowMs: Date.now() }, signer);
  return { department: departmentAt(found.endpoint), letter };
}

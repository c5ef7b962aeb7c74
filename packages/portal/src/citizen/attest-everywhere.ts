import type { JsonObject } from '@minglu/protocol';
import type { DepartmentClient, SealedAttestation } from '@minglu/sdk';
import { departmentAt } from '../server/api.ts';
import type { City } from '../server/city.ts';
import { failureOf, PortalError } from '../server/failure.ts';
import type { Session } from '../session/session.ts';

/** One department that was asked, and how it stands. */
export interface Asked {
  readonly id: string;
  readonly name: string;
  readonly state: 'waiting' | 'answered' | 'failed';
  /** Code of the failure. */
  readonly code?: string;
}

/** Who applies: signed in, or with a document that an officer read at each of the departments (`tokens`). */
export interface Applicant
  extends Pick<Session, 'department' | 'departmentName' | 'endpoint' | 'token' | 'person' | 'provider'> {
  readonly tokens?: Readonly<Record<string, string>>;
}

export interface AttestationNeeds {
  readonly chain: string;
  readonly service: string;
  readonly case: string;
  /** Thumbprint of the case key. */
  readonly holder: string;
  readonly attesters: readonly string[];
  readonly session: Applicant;
  /** The deciding organ's sealing key: the person's own department seals the ID number to it. */
  readonly sealTo: JsonObject;
  readonly departments: City['departments'];
  readonly timeoutMs: number;
  /** Begun by `signInEverywhere`, while other things were done. */
  readonly signedIn: ReadonlyMap<string, Promise<string>>;
  asked(departments: readonly Asked[]): void;
}

/** Who signed in with a provider shows each department its ticket; 演示: who was picked at one is taken for the same person at the others. Asked before the key is made, not after. */
export function signInEverywhere(
  attesters: readonly string[],
  session: Applicant,
  { departments, timeoutMs }: Pick<AttestationNeeds, 'departments' | 'timeoutMs'>,
): ReadonlyMap<string, Promise<string>> {
  const tokens = new Map<string, Promise<string>>();
  for (const { id, endpoint } of departments) {
    if (id === session.department || session.tokens?.[id] !== undefined || !attesters.includes(id)) continue;
    const token = signInAt(id, departmentAt(endpoint, timeoutMs), session);
    // Heard of when its department is asked for its word.
    token.catch(() => undefined);
    tokens.set(id, token);
  }
  return tokens;
}

async function signInAt(id: string, department: DepartmentClient, { person, provider }: Applicant): Promise<string> {
  if (provider === undefined) return (await department.demoSignIn(person)).token;
  const { fetchTicket } = await import('../identity/sign-in-by-provider.ts');
  return (await department.signInWithTicket(await fetchTicket(id))).token;
}

/**
 * Asks all departments whose word the case needs, at the same time. All of them are heard before one failure is thrown, so that
 * a person sees at once which of them did not answer.
 */
export async function attestEverywhere(needs: AttestationNeeds): Promise<readonly SealedAttestation[]> {
  const { attesters, session } = needs;
  if (!attesters.includes(session.department))
    throw new PortalError('attester-other', { department: session.departmentName });
  const states = new Map<string, Asked>();
  const tell = (asked: Asked) => {
    states.set(asked.id, asked);
    needs.asked([...states.values()]);
  };
  const asking = attesters.map(async (id) => {
    const known = needs.departments.find((one) => one.id === id);
    const name = known?.name ?? id;
    tell({ id, name, state: 'waiting' });
    try {
      if (known === undefined) throw new PortalError('attester-other', { department: name });
      const attestation = await attestAt(needs, known);
      tell({ id, name, state: 'answered' });
      return attestation;
    } catch (error) {
      tell({ id, name, state: 'failed', code: failureOf(error).code });
      throw error;
    }
  });
  const answers = await Promise.allSettled(asking);
  const failed = answers.find((answer) => answer.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  return answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
}

async function attestAt(needs: AttestationNeeds, at: City['departments'][number]): Promise<SealedAttestation> {
  const { chain, service, case: caseId, holder, session, sealTo, timeoutMs } = needs;
  const isSignedIn = at.id === session.department;
  const department = departmentAt(isSignedIn ? session.endpoint : at.endpoint, timeoutMs);
  const read = isSignedIn ? session.token : session.tokens?.[at.id];
  const token = read ?? (await needs.signedIn.get(at.id));
  if (token === undefined) throw new PortalError('attester-other', { department: at.name });
  const asked = { token, chain, service, case: caseId, holder };
  if (isSignedIn) return await department.attestSealed({ ...asked, sealTo });
  return { attestation: await department.attest(asked), sealed: {} };
}

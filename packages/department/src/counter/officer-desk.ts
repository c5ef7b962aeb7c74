import type { JsonObject, PublicKey } from '@minglu/protocol';
import { DepartmentError } from '../department-error.ts';
import type { Desk } from '../http/desk.ts';
import { officerOf, tokenIn } from '../http/people-of.ts';
import { textMember } from '../http/read-body.ts';
import { checkLetter } from './check-letter.ts';
import { UsedOnce } from './used-once.ts';

const JWS = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** An officer who asks, of this organ by token or of another by a letter of their own. */
export interface AskingOfficer {
  /** Thumbprint; nothing where the department knows no key of its officer. */
  readonly kid: string | undefined;
  readonly org: string;
  /** Of the sign-in here; a key that signs is of the highest. */
  readonly assurance: 1 | 2 | 3;
  /** What is asked: the body, or what the letter says. */
  readonly asked: JsonObject;
}

export interface Asked {
  readonly deed: 'cases.queue' | 'cases.read' | 'access.approve' | 'access.judge-emergency' | 'audit.findings';
  readonly purpose?: string;
  readonly cases?: readonly string[];
}

export interface OfficerDeskOptions {
  readonly desk: Pick<Desk, 'chain' | 'organisation' | 'register' | 'sessions' | 'keys' | 'clock'>;
  /** Of anybody who works anywhere, from the ledger's proven state; nothing where no platform is known. */
  readonly keyOf: ((kid: string) => Promise<{ readonly key: PublicKey; readonly org: string } | undefined>) | undefined;
  /** Asks the chain, through the platform. */
  readonly check:
    | ((question: Asked & { readonly kid: string; readonly assurance: 1 | 2 | 3 }) => Promise<CheckedAccess>)
    | undefined;
}

export interface CheckedAccess {
  readonly allowed: boolean;
  readonly cases: readonly string[];
}

/**
 * Who asks, and what the chain lets them have here. A duty in this register says only who works here: what they may see is decided
 * where everything is, so that a rule that was made an hour ago counts at this door too.
 */
export class OfficerDesk {
  readonly #options: OfficerDeskOptions;
  readonly #used = new UsedOnce();
  readonly #told = new WeakMap<JsonObject, AskingOfficer>();

  constructor(options: OfficerDeskOptions) {
    this.#options = options;
  }

  /** Throws `session-required`, `officer-required`, `letter-*`.
   * @param route the letter must be written for */
  async officerOf(body: JsonObject, route: string): Promise<AskingOfficer> {
    const officer = body.letter === undefined ? this.#own(body) : await this.#byLetter(body, route);
    this.#told.set(body, officer);
    return officer;
  }

  /** Whoever asked in this body, once that was found out: the trail says it. */
  told(body: JsonObject): AskingOfficer | undefined {
    return this.#told.get(body);
  }

  /** Which of the cases the chain lets the officer have. Throws `access-denied` where that is nothing at all. */
  async allowed({ kid, assurance }: AskingOfficer, asked: Asked): Promise<ReadonlySet<string>> {
    const { check, desk } = this.#options;
    const refused = () => new DepartmentError('access-denied', { deed: asked.deed, org: desk.organisation.id });
    if (check === undefined || kid === undefined) throw refused();
    const { allowed, cases } = await check({ ...asked, kid, assurance });
    if (!allowed && cases.length === 0) throw refused();
    return new Set(cases);
  }

  /** Throws `access-denied` unless the chain lets the officer read this one case. */
  async requireCase(officer: AskingOfficer, id: string): Promise<void> {
    const deed = 'cases.read';
    if ((await this.allowed(officer, { deed, cases: [id] })).has(id)) return;
    throw new DepartmentError('access-denied', { deed, org: this.#options.desk.organisation.id });
  }

  #own(body: JsonObject): AskingOfficer {
    const { desk } = this.#options;
    const { id } = officerOf(desk, body);
    return {
      kid: desk.keys.officers.get(id)?.signer.publicKey.kid,
      org: desk.organisation.id,
      assurance: desk.sessions.levelOf(tokenIn(body)) ?? 3,
      asked: body,
    };
  }

  async #byLetter(body: JsonObject, route: string): Promise<AskingOfficer> {
    const { desk, keyOf } = this.#options;
    if (keyOf === undefined) throw new DepartmentError('counter-closed');
    const { chain, organisation, clock } = desk;
    const nowMs = clock();
    let org = '';
    const letter = await checkLetter(textMember(body, 'letter', JWS), {
      ...{ chain, audience: organisation.id, nowMs, type: 'minglu-officer+v0' },
      keyOf: async (kid) => {
        const found = await keyOf(kid);
        org = found?.org ?? '';
        return found?.key;
      },
    });
    this.#used.take(letter.nonce, nowMs);
    // One that was written to have masks shown opens nothing.
    if (letter.payload.route !== route) throw new DepartmentError('letter-malformed');
    return { kid: letter.kid, org, assurance: 3, asked: letter.payload };
  }
}

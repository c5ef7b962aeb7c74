import type { JsonObject, Signer } from '@minglu/protocol';
import { commitSidecar, ProtocolError, parseSidecar } from '@minglu/protocol';
import { Client, type Operations, ServerError, signIn } from '@minglu/sdk';
import type { CheckedAccess } from '../counter/officer-desk.ts';
import { DepartmentError } from '../department-error.ts';
import { openSealed } from '../keys/open-sealed.ts';

export interface CasePapersOptions {
  readonly url: string;
  readonly timeoutMs: number;
  /** The department's attester key, which the chain knows. */
  readonly signer: Signer;
  /** Open what people sealed to this department: today's first, then those of before, for cases that are older than it. */
  readonly sealingJwks: readonly JsonObject[];
  /** Kept before the words go to anybody. */
  onOpened(caseId: string, purpose: ProcessPurpose): Promise<void>;
}

/** One transaction of a case, with its commitment to its sidecar as the log says it. */
interface SignedPart {
  readonly id: string;
  readonly sidecar?: string;
}

/** What the process itself opens words for: to write a 文书, or to enter them in the blind index. */
export type ProcessPurpose = 'document' | 'index';

/** Who may open which envelopes, and what for. */
export interface RedeemedOpening {
  readonly kid: string;
  readonly case: string;
  readonly fields: readonly string[];
  readonly purpose: string;
}

/**
 * Private parts of the department's own cases, fetched from the platform under the department's own key. What the
 * platform hands out is held against the commitment that stands in the log: it cannot put words into anybody's mouth.
 */
export class CasePapers {
  readonly #options: CasePapersOptions;
  readonly #stranger: Client;
  #client: Client | undefined;

  constructor(options: CasePapersOptions) {
    this.#options = options;
    this.#stranger = new Client({ baseUrl: options.url, timeoutMs: options.timeoutMs });
  }

  /**
   * The opened words that one transaction of a case sealed to this department, by name: empty where the sidecar was
   * lawfully erased; an envelope that does not open is left out. Throws `papers-not-as-signed`, and what the way there throws.
   */
  async wordsOf(
    caseId: string,
    transaction: SignedPart,
    purpose: ProcessPurpose = 'document',
  ): Promise<Record<string, string>> {
    const words = await this.wordsToTell(caseId, transaction);
    if (Object.keys(words).length > 0) await this.#options.onOpened(caseId, purpose);
    return words;
  }

  /** As `wordsOf`, for whoever keeps a line of it themselves, before they tell a word. */
  async wordsToTell(caseId: string, transaction: SignedPart): Promise<Record<string, string>> {
    const sealed = await this.envelopesOf(caseId, transaction);
    const opened = Object.entries(sealed).map(async ([name, jwe]) => [name, await this.#open(jwe)] as const);
    return Object.fromEntries(
      (await Promise.all(opened)).filter((pair): pair is readonly [string, string] => pair[1] !== undefined),
    );
  }

  /** The envelopes themselves, as they were signed; none where the sidecar was lawfully erased. */
  async envelopesOf(caseId: string, transaction: SignedPart): Promise<Readonly<Record<string, string>>> {
    if (transaction.sidecar === undefined) return {};
    const text = await this.#read(caseId, transaction.id);
    if (text === null) return {};
    if (commitSidecar(text) !== transaction.sidecar) throw new DepartmentError('papers-not-as-signed');
    return sealedIn(text);
  }

  /** One of them. Throws `not-for-us`. */
  open(jwe: string): Promise<string> {
    return openSealed(jwe, this.#options.sealingJwks);
  }

  /** What an officer was given leave to open, which the platform tells once. Throws `opening-refused`. */
  async redeem(opening: string): Promise<RedeemedOpening> {
    try {
      return await this.#asOffice((client) => client.post('/api/unmask/redeem', { opening }));
    } catch (error) {
      if (error instanceof ServerError && error.status < 500) throw new DepartmentError('opening-refused');
      throw error;
    }
  }

  /** The chain's decision about an officer at this organ, and about which of its cases. */
  async check(question: Operations['POST /api/access/check']['body']): Promise<CheckedAccess> {
    return await this.#asOffice((client) => client.post('/api/access/check', question));
  }

  async #open(jwe: string): Promise<string | undefined> {
    return await openSealed(jwe, this.#options.sealingJwks).catch(() => undefined);
  }

  async #read(id: string, transaction: string): Promise<string | null> {
    const ask = (client: Client) => client.get('/api/cases/{id}/papers/{transaction}', { id, transaction });
    return (await this.#asOffice(ask)).sidecar;
  }

  async #asOffice<T>(ask: (client: Client) => Promise<T>): Promise<T> {
    try {
      this.#client ??= await this.#signIn();
      return await ask(this.#client);
    } catch (error) {
      if (!(error instanceof ServerError) || !error.code.startsWith('session-')) throw error;
      // The platform was started anew and has forgotten the session: one more challenge.
      this.#client = await this.#signIn();
      return await ask(this.#client);
    }
  }

  async #signIn(): Promise<Client> {
    return (await signIn(this.#stranger, this.#options.signer, { embedKey: false })).client;
  }
}

/** Whoever signed it may have attached something that is no sidecar; the ledger then has refused it, and nothing is in it. */
function sealedIn(text: string): Readonly<Record<string, string>> {
  try {
    return parseSidecar(text).sealed;
  } catch (error) {
    if (error instanceof ProtocolError) return {};
    throw error;
  }
}

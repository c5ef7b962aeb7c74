import { base64Decode, type JsonObject } from '@minglu/protocol';
import { type HttpOptions, postJson, readJson, request } from '../client/http.ts';
import type { AuditStreamPage } from './audit-stream-page.ts';
import type { CaseCorrection, CorrectionReply, DepartmentTrace, EnvelopeOpening, LetterAnswers } from './case-words.ts';

export interface DepartmentAbout {
  readonly id: string;
  readonly name: string;
  readonly chain: string;
  readonly keys: { readonly attester: JsonObject; readonly sealing: JsonObject };
  readonly facts: readonly string[];
  readonly demo: boolean;
}

export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly identityLevel: number;
  readonly officer: boolean;
}

/** As the provider's ticket said: `level` is how surely it knows the person. */
export interface TicketSession extends DepartmentSession {
  readonly person: string;
  readonly level: 1 | 2 | 3;
}

export interface DepartmentSession {
  readonly token: string;
  readonly expiresAt: number;
  readonly name: string;
  /** 住址 as the register has it, for the person alone. */
  readonly address?: string;
  readonly duties: readonly string[];
}

/** Where a draft lies at the platform and the key that opens it; each base64url of 32 bytes. */
export interface DraftKey {
  readonly service: string;
  readonly slot: string;
  readonly key: string;
}

export interface AttestationRequest {
  readonly token: string;
  readonly chain: string;
  readonly service: string;
  /** Id of the transaction it is for. */
  readonly case: string;
  /** Thumbprint of the case key. */
  readonly holder: string;
  /** Number of the licence that the matter is about, for a department that speaks of one (清税证明). */
  readonly licence?: string;
}

/** As `AttestationRequest`, of what the agent is to the person. */
export interface RelationRequest extends AttestationRequest {
  /** Thumbprint of the agent's key. */
  readonly agent: string;
  readonly form: 'guardian' | 'close-relative';
  /** From the agent's code. */
  readonly ticket: string;
}

/** As `AttestationRequest`, with the person's ID number sealed to an organ. */
export interface SealedAttestationRequest extends AttestationRequest {
  /** Public sealing key of the organ that decides, as JWK. */
  readonly sealTo: JsonObject;
  /** The person acts for somebody else. */
  readonly as?: 'agent';
}

export interface SealedAttestation {
  readonly attestation: JsonObject;
  /** Envelopes by the name they have in a sidecar. */
  readonly sealed: Readonly<Record<string, string>>;
}

export interface Colleague {
  readonly kid: string;
  /** Thumbprints of the keys they had before. */
  readonly former: readonly string[];
  readonly name: string;
  readonly duties: readonly string[];
}

export type SearchPurpose = 'at-the-counter' | 'handling-a-case' | 'inspection';

/** A 文书 as its department lists it. */
export interface DepartmentDocument {
  /** Names it in `document()`. */
  readonly key: string;
  readonly kind: string;
  readonly title: string;
  /** 文号. */
  readonly number: string;
  readonly time: number;
  readonly mediaType: string;
  /** base64url of SHA-256 over the file. */
  readonly digest: string;
  readonly size: number;
}

export interface DepartmentDocuments {
  readonly documents: readonly DepartmentDocument[];
  readonly readTo: number;
}

export interface DocumentFile {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Where a person wants to hear of a case. It goes to the deciding department alone. */
export interface CaseContact {
  readonly phone?: string;
  readonly email?: string;
  readonly language: 'zh-CN' | 'en';
  /** 同意电子送达. */
  readonly electronicService: boolean;
}

export interface MessageDelivery {
  readonly channel: 'email' | 'sms';
  readonly state: string;
  readonly at: number;
  readonly code?: string;
}

/** What a department told the holder of a case, and how far e-mail and SMS got with it. */
export interface CaseMessage {
  readonly id: string;
  readonly kind: string;
  readonly case: string;
  readonly time: number;
  readonly facts: Readonly<Record<string, string | number | boolean>>;
  readonly deliveries: readonly MessageDelivery[];
  /** For officers only: the words that went out, or would have. */
  readonly words?: { readonly email: string; readonly sms: string };
}

/** A department's own process. The platform never sees what is asked here. */
export class DepartmentClient {
  readonly #endpoint: string;
  readonly #options: HttpOptions;

  constructor(endpoint: string, options: HttpOptions = {}) {
    this.#endpoint = endpoint;
    this.#options = options;
  }

  about(): Promise<DepartmentAbout> {
    return this.#get('/about') as Promise<DepartmentAbout>;
  }

  async demoPeople(): Promise<readonly DemoPerson[]> {
    return ((await this.#get('/demo/people')) as { people: DemoPerson[] }).people;
  }

  demoSignIn(person: string): Promise<DepartmentSession> {
    return this.#post('/demo/sign-in', { person }) as Promise<DepartmentSession>;
  }

  /** @param ticket of the provider, for this organisation; see `POST /api/sign-in/ticket` */
  signInWithTicket(ticket: string): Promise<TicketSession> {
    return this.#post('/sign-in', { ticket }) as Promise<TicketSession>;
  }

  /** Keeps a session that has not ended. */
  extendSession(token: string): Promise<{ readonly expiresAt: number }> {
    return this.#post('/session/extend', { token }) as Promise<{ expiresAt: number }>;
  }

  /** The officer's private key: a demonstration city's shortcut for a smart card. */
  async demoOfficerKey(token: string): Promise<JsonObject> {
    return (await this.demoOfficerKeys(token)).jwk;
  }

  /** With the thumbprints of those it replaced, the newest first. */
  demoOfficerKeys(token: string): Promise<{ readonly jwk: JsonObject; readonly former: readonly string[] }> {
    return this.#post('/demo/officer-key', { token }) as Promise<{ jwk: JsonObject; former: string[] }>;
  }

  /** Public half of the key that will take the place of the officer's; of a colleague's, for an administrator. */
  async demoNextKey(token: string, of?: string): Promise<JsonObject> {
    const body = { token, ...(of === undefined ? {} : { of }) };
    return ((await this.#post('/demo/officer-key/next', body)) as { jwk: JsonObject }).jwk;
  }

  /** Once the ledger knows it: from here on it is the officer's. */
  async demoTakeKey(token: string, of?: string): Promise<void> {
    await this.#post('/demo/officer-key/take', { token, ...(of === undefined ? {} : { of }) });
  }

  /** States facts of the token's person for one case; the answer goes into the sidecar as it is. */
  attest({ token, chain, service, case: caseId, holder, licence }: AttestationRequest): Promise<JsonObject> {
    const about = licence === undefined ? {} : { licence };
    return this.#post('/attest', { token, chain, service, case: caseId, holder, ...about }) as Promise<JsonObject>;
  }

  /** As `attest`; the department also seals the person's ID number to the deciding organ. */
  attestSealed(asked: SealedAttestationRequest): Promise<SealedAttestation> {
    const { token, chain, service, case: caseId, holder, sealTo, as } = asked;
    const role = as === undefined ? {} : { as };
    const body = { token, chain, service, case: caseId, holder, sealTo, ...role };
    return this.#post('/attest-sealed', body) as Promise<SealedAttestation>;
  }

  /** For the code of somebody who is to act for a relative or a ward: says who made the key, to this department alone. */
  async relationTicket(token: string, agent: string): Promise<string> {
    return ((await this.#post('/relations/ticket', { token, agent })) as { ticket: string }).ticket;
  }

  /** That the holder of the agent's key is a guardian or close relative of the token's person. */
  attestRelation({ token, chain, service, case: caseId, holder, ...agent }: RelationRequest): Promise<JsonObject> {
    const { agent: kid, form, ticket } = agent;
    const body = { token, chain, service, case: caseId, holder, agent: kid, form, ticket };
    return this.#post('/relations/attest', body) as Promise<JsonObject>;
  }

  /** Who works here, for officers of the department. */
  async colleagues(token: string): Promise<readonly Colleague[]> {
    return ((await this.#post('/colleagues', { token })) as { colleagues: Colleague[] }).colleagues;
  }

  /** Cases of the department by a person's name or ID number; every search is written down with its purpose. */
  search(
    token: string,
    text: string,
    purpose: SearchPurpose,
  ): Promise<{ readonly cases: readonly string[]; readonly total: number }> {
    return this.#post('/search', { token, text, purpose }) as Promise<{ cases: string[]; total: number }>;
  }

  /** A short session for the person of a document that a registrar has before them; see `signCounterLetter`. */
  readDocument(letter: string): Promise<Pick<DepartmentSession, 'token' | 'expiresAt' | 'name' | 'address'>> {
    return this.#post('/counter/read', { letter }) as Promise<DepartmentSession>;
  }

  /** The blind key by which somebody whom an officer finds directly responsible is barred (条例 40). `letter`: of the officer. */
  async barKey(letter: string): Promise<string> {
    return ((await this.#post('/bars/key', { letter })) as { person: string }).person;
  }

  /** What this department's process did and told, for an auditor. `letter`: see `signAuditLetter`. */
  audit(letter: string): Promise<AuditStreamPage> {
    return this.#post('/audit', { letter }) as Promise<AuditStreamPage>;
  }

  /** The same as a file with proofs. */
  async auditExport(letter: string): Promise<string> {
    return ((await this.#post('/audit/export', { letter })) as { text: string }).text;
  }

  /** What the department's head answered to a finding, for an auditor. */
  async auditWords(letter: string): Promise<string> {
    return ((await this.#post('/audit/words', { letter })) as { words: string }).words;
  }

  /** What an auditor found at this department, for its officers. */
  async findingWords(token: string, sealed: string): Promise<string> {
    return ((await this.#post('/findings/words', { token, sealed })) as { words: string }).words;
  }

  /** Where the token's person keeps drafts, and what opens them. */
  async drafts(token: string): Promise<readonly DraftKey[]> {
    return ((await this.#post('/drafts/list', { token })) as { drafts: DraftKey[] }).drafts;
  }

  /** The place of this service's draft: the one there is, or the one offered. */
  openDraft(token: string, { service, slot, key }: DraftKey): Promise<DraftKey> {
    return this.#post('/drafts/open', { token, service, slot, key }) as Promise<DraftKey>;
  }

  async forgetDraft(token: string, slot: string): Promise<void> {
    await this.#post('/drafts/forget', { token, slot });
  }

  /** What stands in one envelope of a case, for the officer who was given leave by `POST /api/unmask`. */
  async open(token: string, asked: EnvelopeOpening): Promise<string> {
    const { opening, case: caseId, field, purpose } = asked;
    return ((await this.#post('/open', { token, opening, case: caseId, field, purpose })) as { text: string }).text;
  }

  /** As `open`, `masked` and `search`, for an officer of another organ; see `signOfficerLetter`. */
  byLetter<R extends keyof LetterAnswers>(route: R, letter: string): Promise<LetterAnswers[R]> {
    return this.#post(route, { letter }) as unknown as Promise<LetterAnswers[R]>;
  }

  /** The words of a request or an emergency, which an officer marked and sealed to this department. */
  async officeWords(token: string, sealed: string): Promise<string> {
    return ((await this.#post('/office-words', { token, sealed })) as { text: string }).text;
  }

  /** Masks (`张*`) of a case's envelopes by their names, for the officer who was given leave by `POST /api/unmask/masks`. */
  async masked(
    token: string,
    { opening, case: caseId }: Pick<EnvelopeOpening, 'opening' | 'case'>,
  ): Promise<Readonly<Record<string, string>>> {
    const answer = await this.#post('/masked', { token, opening, case: caseId });
    return (answer as { masked: Record<string, string> }).masked;
  }

  /** @param proof of purpose `words.read`: what the applicant sealed to this department, for the applicant */
  async words(proof: string): Promise<Readonly<Record<string, string>>> {
    return ((await this.#post('/words', { proof })) as { words: Record<string, string> }).words;
  }

  /** @param proofs of purpose `footprint.read`, at most 50; newest first */
  async footprint(proofs: readonly string[]): Promise<readonly DepartmentTrace[]> {
    return ((await this.#post('/footprint', { proofs })) as { lines: DepartmentTrace[] }).lines;
  }

  /** Where this department used or read what it knows of the token's person; newest first. */
  async ownFootprint(token: string): Promise<readonly DepartmentTrace[]> {
    return ((await this.#post('/footprint/own', { token })) as { lines: DepartmentTrace[] }).lines;
  }

  /** @param proof of purpose `corrections.ask`, with `{"id","kind","about","words"}` as its content */
  askCorrection(proof: string): Promise<{ readonly correction: string; readonly dueAt: number }> {
    return this.#post('/corrections/ask', { proof }) as Promise<{ correction: string; dueAt: number }>;
  }

  /** @param proofs of purpose `corrections.read`, at most 50 */
  async corrections(proofs: readonly string[]): Promise<readonly CaseCorrection[]> {
    return ((await this.#post('/corrections', { proofs })) as { corrections: CaseCorrection[] }).corrections;
  }

  /** Of one case, or of all of the department's, for its officers: what waits longest first. */
  async correctionsForOfficer(token: string, caseId?: string): Promise<readonly CaseCorrection[]> {
    const of = caseId === undefined ? {} : { case: caseId };
    const answer = await this.#post('/officer/corrections', { token, ...of });
    return (answer as { corrections: CaseCorrection[] }).corrections;
  }

  async answerCorrection(token: string, answer: CorrectionReply): Promise<void> {
    const { case: caseId, correction, outcome, words } = answer;
    await this.#post('/officer/corrections/answer', { token, case: caseId, correction, outcome, words });
  }

  /** @param proof of purpose `contact.put`, with the contact as its content; see `signCaseProof` */
  async putContact(proof: string): Promise<void> {
    await this.#post('/contact', { proof });
  }

  /** @param proof of purpose `contact.read` */
  async findContact(proof: string): Promise<CaseContact | undefined> {
    return ((await this.#post('/contact/read', { proof })) as { contact?: CaseContact }).contact;
  }

  /** @param proof of purpose `contact.delete` */
  async deleteContact(proof: string): Promise<void> {
    await this.#post('/contact/delete', { proof });
  }

  /** @param proofs of purpose `messages.read`, at most 50; a case that is not the key's is left out */
  async messages(proofs: readonly string[]): Promise<readonly CaseMessage[]> {
    return ((await this.#post('/messages', { proofs })) as { messages: CaseMessage[] }).messages;
  }

  /** What was sent about a case, for the department's officers. */
  async messagesForOfficer(token: string, caseId: string): Promise<readonly CaseMessage[]> {
    return ((await this.#post('/officer/messages', { token, case: caseId })) as { messages: CaseMessage[] }).messages;
  }

  /**
   * The case's documents, oldest first, and how many entries of the log the department has acted on.
   * @param proof of purpose `documents.list`
   */
  documents(proof: string): Promise<DepartmentDocuments> {
    return this.#post('/documents', { proof }) as Promise<DepartmentDocuments>;
  }

  /** @param proof of purpose `documents.read`, for the document's own case */
  async document(proof: string, key: string): Promise<DocumentFile> {
    return fileOf(await this.#post('/documents/file', { proof, key }));
  }

  documentsForOfficer(token: string, caseId: string): Promise<DepartmentDocuments> {
    return this.#post('/officer/documents', { token, case: caseId }) as Promise<DepartmentDocuments>;
  }

  async documentForOfficer(token: string, key: string): Promise<DocumentFile> {
    return fileOf(await this.#post('/officer/documents/file', { token, key }));
  }

  async #get(path: string): Promise<unknown> {
    return readJson(await request(`${this.#endpoint}${path}`, { method: 'GET' }, this.#options));
  }

  async #post(path: string, body: unknown): Promise<unknown> {
    return readJson(await postJson(`${this.#endpoint}${path}`, body, this.#options));
  }
}

function fileOf(answer: unknown): DocumentFile {
  const { mediaType, bytes } = answer as { mediaType: string; bytes: string };
  return { mediaType, bytes: base64Decode(bytes) };
}

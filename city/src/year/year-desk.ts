import type { LedgerNode } from '@minglu/node';
import type { AttestationStatement, JsonObject, Outcome, SecretSigner } from '@minglu/protocol';
import {
  attestBatch,
  base64urlEncode,
  buildSidecar,
  discloseCommitment,
  sha256,
  signerFromSecret,
  signTransaction,
  utf8Encode,
} from '@minglu/protocol';
import { CityError } from '../city-error.ts';
import { CHAIN, type DepartmentId } from '../seed/organisations.ts';
import { sealSeeded } from './seal-seeded.ts';
import type { YearApplication } from './year-application.ts';
import type { YearClock } from './year-clock.ts';
import { nameOfKey, yearJwk, yearSigner } from './year-keys.ts';
import type { YearRandom } from './year-random.ts';

const HOUR_MS = 3_600_000;
const STATEMENT_LIFETIME_MS = 15 * 60_000;

export interface Filing {
  readonly id: string;
  readonly signer: SecretSigner;
  readonly application: YearApplication;
  readonly outcome: Outcome;
}

/** Who acts, and for which office. */
export interface AtDesk {
  readonly office: DepartmentId;
  /** As the office's register names him. */
  readonly registrar: string;
}

/** A case, and the thumbprint of its key. */
interface OfCase {
  readonly case: string;
  readonly holder: string;
}

interface Letter {
  readonly deed: string;
  readonly body: JsonObject;
  readonly signer: SecretSigner;
  readonly embedKey: boolean;
  readonly id?: string;
  readonly sidecar?: string;
}

/** Where the year's people sign and submit, through the node's own door and one after the other. */
export class YearDesk {
  readonly #node: Pick<LedgerNode, 'submit'>;
  readonly #clock: YearClock;
  readonly #random: YearRandom;

  constructor(node: Pick<LedgerNode, 'submit'>, clock: YearClock, random: YearRandom) {
    this.#node = node;
    this.#clock = clock;
    this.#random = random;
  }

  /** A key for this case alone, the attested facts, the sealed name: as the portal's pages do it. */
  async file(application: YearApplication, signer = this.newKey(), previous?: string): Promise<Filing> {
    const { person, office, operator, ...shown } = application;
    const id = this.#id();
    const salt = this.#id();
    const idNumber = this.#seal(person.idNumber, office);
    const attestations = await this.#attest(application, idNumber, { case: id, holder: signer.publicKey.kid });
    const sealed = { operator: this.#seal(operator, office), 'id-number': idNumber };
    const sidecar = buildSidecar({ salt: this.#salt(), attestations, sealed, plain: {} });
    const link = previous === undefined ? {} : { previous };
    const commitment = discloseCommitment(salt, operator);
    const { tradeName, scope, region, manual, premises } = shown;
    const fields = { composition: 'personal', 'premises-kind': 'address', premises };
    const body = { service: 'individual-business', tradeName, scope: [...scope], region, fields, operator: commitment };
    const letter = { deed: 'cases.submit', body: { ...body, manual, ...link }, signer, embedKey: true, id, sidecar };
    return { id, signer, application, outcome: await this.#send(letter) };
  }

  /** An officer's deed; with `words`, sealed to the office itself. */
  officer({ office, registrar }: AtDesk, deed: string, body: JsonObject, words?: string): Promise<Outcome> {
    const signer = yearSigner(nameOfKey.officer(office, registrar));
    if (words === undefined) return this.#send({ deed, body, signer, embedKey: false });
    const sealed = { reason: this.#seal(words, office) };
    const sidecar = buildSidecar({ salt: this.#salt(), attestations: [], sealed, plain: {} });
    return this.#send({ deed, body, signer, embedKey: false, sidecar });
  }

  /** A deed by the key of the case. */
  holder(signer: SecretSigner, deed: string, body: JsonObject): Promise<Outcome> {
    return this.#send({ deed, body, signer, embedKey: true });
  }

  /** A deed of somebody registered; gives its id. */
  async registered(name: string, deed: string, body: JsonObject): Promise<string> {
    const id = this.#id();
    await this.#send({ deed, body, signer: yearSigner(name), embedKey: false, id });
    return id;
  }

  /** A deed of a registered key that is not the year's. */
  signed(signer: SecretSigner, deed: string, body: JsonObject): Promise<Outcome> {
    return this.#send({ deed, body, signer, embedKey: false });
  }

  newKey(): SecretSigner {
    return signerFromSecret('ES256', this.#random.bytes(32));
  }

  async #send({ deed, body, signer, embedKey, id = this.#id(), sidecar }: Letter): Promise<Outcome> {
    const notAfter = this.#clock.nowMs() + HOUR_MS;
    const draft = { chain: CHAIN, id, deed, notAfter, body };
    const jws = await signTransaction(sidecar === undefined ? draft : { ...draft, sidecar }, signer, { embedKey });
    this.#clock.stir();
    const { outcome } = await this.#node.submit(jws, sidecar);
    await this.#clock.settled();
    // What was thought lawful when this was written is refused: the year must be written anew, not go on with less.
    if ('refused' in outcome && outcome.refused !== 'name-taken')
      throw new CityError('year-refused', { deed, code: String(outcome.refused) });
    return outcome;
  }

  /** 公安厅 says who somebody is, the province what its registers have on file. */
  async #attest({ person }: YearApplication, idNumber: string, of: OfCase): Promise<JsonObject[]> {
    const { identityLevel, isAdult, hasPremises } = person;
    const identity = {
      ...{ 'identity-level': identityLevel, 'age-at-least-18': isAdult, 'mainland-resident': true },
      'id-number-sealed': base64urlEncode(sha256(utf8Encode(idNumber))),
    };
    const registers = { 'no-registration-bar': true, 'premises-on-record': hasPremises };
    return [
      ...(await this.#state('public-security', identity, of)),
      ...(await this.#state('province-market-regulation', registers, of)),
    ];
  }

  #state(issuer: DepartmentId, facts: AttestationStatement['facts'], of: OfCase): Promise<JsonObject[]> {
    const issuedAt = this.#clock.nowMs();
    const statement: AttestationStatement = {
      ...{ chain: CHAIN, issuer, case: of.case, holder: of.holder, service: 'individual-business', facts },
      ...{ issuedAt, expiresAt: issuedAt + STATEMENT_LIFETIME_MS, nonce: this.#id() },
    };
    return attestBatch([statement], yearSigner(nameOfKey.attester(issuer)));
  }

  #seal(text: string, office: DepartmentId): string {
    return sealSeeded(text, yearJwk(nameOfKey.sealing(office)), this.#random.bytes);
  }

  #id(): string {
    return base64urlEncode(this.#random.bytes(16));
  }

  #salt(): string {
    return base64urlEncode(this.#random.bytes(24));
  }
}

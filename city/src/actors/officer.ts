import type { JsonObject, Signer } from '@minglu/protocol';
import { base64urlEncode, buildSidecar } from '@minglu/protocol';
import { importSigner, type Operations, type Submitted, seal, signIn, submit } from '@minglu/sdk';
import { CityError } from '../city-error.ts';
import { DEED_LIFETIME_MS, type Stage } from './stage.ts';

type Purpose = Operations['POST /api/unmask']['body']['purpose'];

/** Somebody who acts for a department, with the key it gave out for the demonstration. */
export class Officer {
  readonly #stage: Stage;
  readonly #person: string;
  readonly #department: string;
  #signer: Signer | undefined;

  constructor(stage: Stage, person: string, department: string) {
    this.#stage = stage;
    this.#person = person;
    this.#department = department;
  }

  /** Grants or refuses; a refusal's words go sealed, the code is public. */
  async decide(
    caseId: string,
    decision: 'grant' | 'refuse',
    reason?: string,
    words = '请补充材料后重新申请',
  ): Promise<Submitted> {
    const body = { case: caseId, decision, ...(reason === undefined ? {} : { reason }) };
    if (decision === 'grant') return await this.act('cases.decide', body);
    return await this.act('cases.decide', body, { reason: await seal(words, await this.#ownSealingKey()) });
  }

  async suspend(number: string, reason: string, until?: number): Promise<Submitted> {
    return await this.act('licences.suspend', { number, reason, ...(until === undefined ? {} : { until }) });
  }

  async restore(number: string): Promise<Submitted> {
    return await this.act('licences.restore', { number });
  }

  /** Opens one envelope of a case: leave from the platform, which keeps it, then the words from the officer's department. */
  async open(caseId: string, field: string, purpose: Purpose = 'review'): Promise<string> {
    const { client } = await signIn(this.#stage.client, await this.signer(), { embedKey: false });
    const asked = { case: caseId, field, purpose };
    const { opening } = await client.post('/api/unmask', asked);
    const { token } = await this.#door.demoSignIn(this.#person);
    return await this.#door.open(token, { ...asked, opening });
  }

  /** Any deed, under the officer's registered key. */
  async act(deed: string, body: JsonObject, sealed?: Readonly<Record<string, string>>): Promise<Submitted> {
    const { chain, client, clock, randomBytes } = this.#stage;
    const salt = base64urlEncode(randomBytes(24));
    const sidecar =
      sealed === undefined ? {} : { sidecar: buildSidecar({ salt, attestations: [], sealed, plain: {} }) };
    const notAfter = clock() + DEED_LIFETIME_MS;
    const id = base64urlEncode(randomBytes(16));
    const draft = { chain, deed, id, body, notAfter, ...sidecar, embedKey: false };
    return await submit(client, draft, await this.signer());
  }

  async signer(): Promise<Signer> {
    if (this.#signer === undefined) {
      const { token } = await this.#door.demoSignIn(this.#person);
      this.#signer = await importSigner(await this.#door.demoOfficerKey(token));
    }
    return this.#signer;
  }

  get #door() {
    const department = this.#stage.departments[this.#department];
    if (department === undefined) throw new CityError('department-refused', { department: this.#department });
    return department;
  }

  async #ownSealingKey(): Promise<JsonObject> {
    return (await this.#door.about()).keys.sealing;
  }
}

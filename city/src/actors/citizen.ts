import type { JsonObject } from '@minglu/protocol';
import { base64urlEncode, buildSidecar, discloseCommitment, signerFromSecret } from '@minglu/protocol';
import { type OperatorDisclosure, type Submitted, seal, submit } from '@minglu/sdk';
import { CityError } from '../city-error.ts';
import { DEED_LIFETIME_MS, type Stage } from './stage.ts';

/** What somebody writes on the form. */
export interface Application {
  readonly service: string;
  readonly tradeName: string;
  /** Four digits each, GB/T 4754. */
  readonly scope: readonly string[];
  /** Six digits. */
  readonly region: string;
  readonly operator: string;
  readonly manual?: boolean;
  /** Public fields of the service's own. */
  readonly fields?: Readonly<Record<string, string | number>>;
}

/** An application as its applicant knows it afterwards. */
export interface FiledCase {
  readonly id: string;
  /** Secret of the key made for this case alone. */
  readonly secret: Uint8Array;
  readonly operator: OperatorDisclosure;
  readonly submitted: Submitted;
  /** The number, when a licence was issued at once. */
  readonly licence: string | undefined;
}

/** Somebody from a department's register who applies for things, as the portal's pages do it. */
export class Citizen {
  readonly #stage: Stage;
  readonly #person: string;
  readonly #department: string;

  /** @param department whose register knows the person */
  constructor(stage: Stage, person: string, department: string) {
    this.#stage = stage;
    this.#person = person;
    this.#department = department;
  }

  /** Makes a key, has it attested, seals the name to the deciding organ, signs and submits. */
  async applyFor(application: Application): Promise<FiledCase> {
    const { chain, client, clock, randomBytes } = this.#stage;
    const secret = randomBytes(32);
    const signer = signerFromSecret('ES256', secret);
    const id = random(this.#stage, 16);
    const attestation = await this.#attest(application.service, id, signer.publicKey.kid);
    const operator = { salt: random(this.#stage, 16), value: application.operator };
    const sealed = { operator: await seal(operator.value, await sealingKeyOf(this.#stage, application)) };
    const sidecar = buildSidecar({
      salt: random(this.#stage, 24),
      attestations: [attestation],
      sealed,
      plain: {},
    });
    const { service, tradeName, scope, region, manual = false } = application;
    const commitment = discloseCommitment(operator.salt, operator.value);
    const own = application.fields === undefined ? {} : { fields: application.fields };
    const body = { service, tradeName, scope, region, operator: commitment, manual, ...own };
    const deed = { chain, deed: 'cases.submit', id, body, notAfter: clock() + DEED_LIFETIME_MS, sidecar };
    const submitted = await submit(client, { ...deed, embedKey: true }, signer);
    return { id, secret, operator, submitted, licence: licenceIn(submitted) };
  }

  async #attest(service: string, caseId: string, holder: string): Promise<JsonObject> {
    const { chain, departments } = this.#stage;
    const department = departments[this.#department];
    if (department === undefined) throw new CityError('department-refused', { department: this.#department });
    const { token } = await department.demoSignIn(this.#person);
    return await department.attest({ token, chain, service, case: caseId, holder });
  }
}

/** The licence number among an outcome's public events. */
export function licenceIn({ outcome }: Submitted): string | undefined {
  const events = 'events' in outcome ? (outcome.events as readonly (readonly [string, JsonObject])[]) : [];
  const number = events.find(([name]) => name === 'case.granted')?.[1].licence;
  return typeof number === 'string' ? number : undefined;
}

/** The name is sealed to the office of the district, where somebody will read it. */
async function sealingKeyOf({ client }: Stage, { service, region }: Application): Promise<JsonObject> {
  const { value: serviceText } = await client.get('/api/state', { key: `service/${service}` });
  const record = JSON.parse(serviceText ?? '{}') as { organ?: string; offices?: { region: string; organ: string }[] };
  const organ = record.offices?.find((office) => office.region === region)?.organ ?? record.organ;
  const { value: orgText } = await client.get('/api/state', { key: `org/${organ}` });
  const { sealingKey } = JSON.parse(orgText ?? '{}') as { sealingKey?: JsonObject };
  if (sealingKey === undefined) throw new CityError('department-refused', { department: String(organ) });
  return sealingKey;
}

function random({ randomBytes }: Stage, length: number): string {
  return base64urlEncode(randomBytes(length));
}

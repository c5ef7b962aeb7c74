import type { JsonObject } from '@minglu/protocol';
import { base64urlEncode, buildSidecar, discloseCommitment, signerFromSecret } from '@minglu/protocol';
import {
  type Client,
  nameAttachments,
  type OperatorDisclosure,
  type OwnAttachment,
  putObject,
  type SealedAttestation,
  type SealedAttestationRequest,
  type Submitted,
  seal,
  sealAttachment,
  sealContentKeys,
  submit,
} from '@minglu/sdk';
import { CityError } from '../city-error.ts';
import { DEED_LIFETIME_MS, type Stage } from './stage.ts';

/** What somebody writes on the form. */
export interface Application {
  readonly service: string;
  /** Left out where no name is used. */
  readonly tradeName?: string;
  /** Four digits each, GB/T 4754. */
  readonly scope: readonly string[];
  /** Six digits. */
  readonly region: string;
  readonly operator: string;
  readonly manual?: boolean;
  /** Public fields of the service's own; one person at an address when left out. */
  readonly fields?: Readonly<Record<string, string | number>>;
  /** 经营者住所, sealed to the office; left out, it stays with the register that knows it. */
  readonly residence?: string;
  /** Names of a family's members, sealed to the office. */
  readonly family?: readonly string[];
  readonly approvals?: readonly { readonly item: string; readonly number: string; readonly date: string }[];
  /** Photos (JPEG) that prove the use of the premises; sealed before they go anywhere. */
  readonly photos?: readonly Uint8Array[];
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

const USUAL_FIELDS = { composition: 'personal', 'premises-kind': 'address', premises: '示范路1号' };

/** Somebody from a department's register who applies for things, as the portal's pages do it. */
export class Citizen {
  readonly #stage: Stage;
  readonly #person: string;

  /** @param person as the registers of all departments know it */
  constructor(stage: Stage, person: string) {
    this.#stage = stage;
    this.#person = person;
  }

  /** Makes a key, has it attested, seals the name to the deciding organ, signs and submits. */
  async applyFor(application: Application): Promise<FiledCase> {
    const { chain, client, clock, randomBytes } = this.#stage;
    const secret = randomBytes(32);
    const signer = signerFromSecret('ES256', secret);
    const id = random(this.#stage, 16);
    const { sealingKey, attesters } = await placeOf(this.#stage, application);
    const asked = { chain, service: application.service, case: id, holder: signer.publicKey.kid };
    const said = await Promise.all(
      attesters.map((attester, at) => this.#attest(attester, { ...asked, sealTo: sealingKey }, at === 0)),
    );
    const attestations = said.map(({ attestation }) => attestation);
    const idNumber = Object.assign({}, ...said.map((one) => one.sealed)) as Record<string, string>;
    const operator = { salt: random(this.#stage, 16), value: application.operator };
    const documents = await sealDocuments(client, application.photos ?? [], sealingKey);
    const { family = [], approvals = [], residence } = application;
    const lives = residence === undefined ? {} : { residence: await seal(residence, sealingKey) };
    const members = family.length === 0 ? {} : { family: await seal(family.join('\n'), sealingKey) };
    const sealed = {
      operator: await seal(operator.value, sealingKey),
      ...idNumber,
      ...lives,
      ...members,
      ...documents.sealed,
    };
    const sidecar = buildSidecar({
      salt: random(this.#stage, 24),
      attestations,
      sealed,
      plain: {
        ...documents.plain,
        ...(family.length === 0 ? {} : { family: family.length }),
        ...(approvals.length === 0 ? {} : { approvals: approvals.map((one) => ({ ...one })) }),
      },
    });
    const { service, tradeName, scope, region, manual = false, fields = USUAL_FIELDS } = application;
    const commitment = discloseCommitment(operator.salt, operator.value);
    const named = tradeName === undefined ? {} : { tradeName };
    const body = { service, ...named, scope, region, fields: { ...fields }, operator: commitment, manual };
    const deed = { chain, deed: 'cases.submit', id, body, notAfter: clock() + DEED_LIFETIME_MS, sidecar };
    const submitted = await submit(client, { ...deed, embedKey: true }, signer);
    return { id, secret, operator, submitted, licence: licenceIn(submitted) };
  }

  /** The sign-in of one department is taken for the same person at the others: a demonstration's shortcut. */
  async #attest(
    attester: string,
    asked: Omit<SealedAttestationRequest, 'token'>,
    sealsNumber: boolean,
  ): Promise<SealedAttestation> {
    const department = this.#stage.departments[attester];
    if (department === undefined) throw new CityError('department-refused', { department: attester });
    const { token } = await department.demoSignIn(this.#person);
    if (sealsNumber) return await department.attestSealed({ token, ...asked });
    return { attestation: await department.attest({ token, ...asked }), sealed: {} };
  }
}

/** Each photo under a key of its own into the vault, the keys to the office: what the sidecar says of them. */
async function sealDocuments(client: Client, photos: readonly Uint8Array[], sealingKey: JsonObject) {
  if (photos.length === 0) return { sealed: {}, plain: {} };
  const attachments: OwnAttachment[] = [];
  for (const photo of photos) {
    const { attachment, ciphertext } = await sealAttachment('premises', 'image/jpeg', photo);
    await putObject(client, ciphertext);
    attachments.push(attachment);
  }
  const sealed = { premises: await sealContentKeys(attachments, sealingKey) };
  return { sealed, plain: { attachments: nameAttachments(attachments) } };
}

/** The licence number among an outcome's public events. */
export function licenceIn({ outcome }: Submitted): string | undefined {
  const events = 'events' in outcome ? (outcome.events as readonly (readonly [string, JsonObject])[]) : [];
  const number = events.find(([name]) => name === 'case.granted')?.[1].licence;
  return typeof number === 'string' ? number : undefined;
}

/** Where an application goes: the name is sealed to the office of the district, where somebody will read it; and who attests. */
async function placeOf({ client }: Stage, { service, region }: Application) {
  const { value: serviceText } = await client.get('/api/state', { key: `service/${service}` });
  const record = JSON.parse(serviceText ?? '{}') as ServiceOnChain;
  const organ = record.offices?.find((office) => office.region === region)?.organ ?? record.organ;
  const { value: orgText } = await client.get('/api/state', { key: `org/${organ}` });
  const { sealingKey } = JSON.parse(orgText ?? '{}') as { sealingKey?: JsonObject };
  if (sealingKey === undefined) throw new CityError('department-refused', { department: String(organ) });
  return { sealingKey, attesters: record.attesters ?? [] };
}

interface ServiceOnChain {
  readonly organ?: string;
  readonly attesters?: readonly string[];
  readonly offices?: readonly { readonly region: string; readonly organ: string }[];
}

function random({ randomBytes }: Stage, length: number): string {
  return base64urlEncode(randomBytes(length));
}

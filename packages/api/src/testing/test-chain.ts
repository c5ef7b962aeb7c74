import { createHash } from 'node:crypto';
import {
  attestBatch,
  base64urlEncode,
  buildSidecar,
  discloseCommitment,
  type JsonObject,
  type JsonValue,
  publicJwk,
  type Signer,
  signerFromSecret,
  signTransaction,
} from '@minglu/protocol';

export const CHAIN = 'minglu.example/test';
export const GENESIS_MS = Date.UTC(2026, 10, 1);
export const SERVICE = 'individual-business';
export const ORGAN = 'market-bureau';
export const ATTESTER = 'public-security';

/** Seeded bytes: a test that fails fails again. */
export const seeded = (seed: string, bytes = 32): Uint8Array =>
  new Uint8Array(createHash('shake256', { outputLength: bytes }).update(seed).digest());

export const key = (name: string): Signer => signerFromSecret('ES256', seeded(`key ${name}`));

export const founder = key('founder');
export const registrar = key('registrar');
export const attester = key('attester');
/** Registered, of another organ, and a registrar there. */
export const stranger = key('stranger');

export const randomId = (seed: string): string => base64urlEncode(seeded(`id ${seed}`, 16));

/** A signed deed by a registered key. */
export const deedBy = (
  signer: Signer,
  deed: string,
  body: JsonObject,
  more: Partial<DeedOptions> = {},
): Promise<string> =>
  signTransaction(
    {
      chain: more.chain ?? CHAIN,
      id: more.id ?? randomId(`${deed} ${JSON.stringify(body)}`),
      deed,
      notAfter: more.notAfter ?? GENESIS_MS + 3_600_000,
      body,
      ...(more.sidecar === undefined ? {} : { sidecar: more.sidecar }),
    },
    signer,
    { embedKey: more.embedKey ?? false },
  );

export interface DeedOptions {
  readonly chain: string;
  readonly id: string;
  readonly notAfter: number;
  readonly sidecar: string;
  readonly embedKey: boolean;
}

/** Of the form that an envelope has; nobody opens it here. */
export const ENVELOPE = 'aGVhZA.a2V5.aXY.Y2lwaGVy.dGFn';

export const jwkOf = (signer: Signer): JsonObject => publicJwk(signer.publicKey);

/** Transactions of block 0: two organs, a department that attests, a service. */
export const genesisTransactions = async (): Promise<string[]> => {
  const by = (deed: string, body: JsonObject): Promise<string> => deedBy(founder, deed, body);
  const organisation = (id: string, name: string, kind: string, more: JsonObject = {}): Promise<string> =>
    by('organisations.register', { id, name, kind, ...more });
  const kid = (signer: Signer): string => signer.publicKey.kid;
  return Promise.all([
    organisation(ORGAN, '城东市场监督管理局', 'registrar', {
      endpoint: 'http://127.0.0.1:7001',
      sealingKey: jwkOf(registrar),
    }),
    organisation(ATTESTER, '城东公安分局', 'attester', { endpoint: 'http://127.0.0.1:7002' }),
    organisation('other-bureau', '城西市场监督管理局', 'registrar'),
    by('keys.register', { org: ORGAN, jwk: jwkOf(registrar) }),
    by('keys.register', { org: ATTESTER, jwk: jwkOf(attester) }),
    by('keys.register', { org: 'other-bureau', jwk: jwkOf(stranger) }),
    by('roles.grant', { org: ORGAN, kid: kid(registrar), role: 'registrar' }),
    by('roles.grant', { org: ATTESTER, kid: kid(attester), role: 'attester' }),
    by('roles.grant', { org: 'other-bureau', kid: kid(stranger), role: 'registrar' }),
    by('services.register', {
      id: SERVICE,
      version: 1,
      organ: ORGAN,
      contract: '0'.repeat(64),
      attesters: [ATTESTER],
      promiseMs: 86_400_000,
      licence: { kind: 'individual-business' },
    }),
  ]);
};

export interface TestCase {
  readonly id: string;
  readonly holder: Signer;
  readonly jws: string;
  readonly sidecar: string;
}

interface CaseOptions {
  readonly manual?: boolean;
  readonly tradeName?: string;
  readonly notAfter?: number;
  readonly region?: string;
  readonly attachments?: JsonValue;
  readonly service?: string;
  /** Envelopes besides the operator's name. */
  readonly sealed?: Readonly<Record<string, string>>;
}

/** An application with an attestation; `manual` sends it to a person. */
export const makeCase = async (
  seed: string,
  {
    manual = false,
    tradeName = `城东${seed}面馆`,
    notAfter = GENESIS_MS + 3_600_000,
    region = '110105',
    attachments,
    service = SERVICE,
    sealed = {},
  }: CaseOptions = {},
): Promise<TestCase> => {
  const holder = key(`holder ${seed}`);
  const id = randomId(`case ${seed}`);
  const statement = {
    chain: CHAIN,
    issuer: ATTESTER,
    case: id,
    holder: holder.publicKey.kid,
    service,
    facts: { 'identity-level': 2, 'age-at-least-18': true },
    issuedAt: GENESIS_MS,
    expiresAt: GENESIS_MS + 86_400_000,
    nonce: randomId(`nonce ${seed}`),
  };
  const sidecar = buildSidecar({
    salt: base64urlEncode(seeded(`salt ${seed}`, 16)),
    attestations: await attestBatch([statement], attester),
    sealed: { operator: ENVELOPE, ...sealed },
    plain: attachments === undefined ? { employees: 2 } : { attachments },
  });
  const jws = await deedBy(
    holder,
    'cases.submit',
    {
      service,
      tradeName,
      scope: ['6210', '5212'],
      region,
      operator: discloseCommitment(base64urlEncode(seeded(`operator ${seed}`, 16)), '张三'),
      manual,
    },
    { id, sidecar, embedKey: true, notAfter },
  );
  return { id, holder, jws, sidecar };
};

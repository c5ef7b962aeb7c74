import { createECDH, randomBytes } from 'node:crypto';
import type { ContractRunner, Genesis } from '@minglu/ledger';
import { attestBatch, buildSidecar, type JsonObject, publicJwk, type Signer, signTransaction } from '@minglu/protocol';
import { nativeSigner } from '../crypto/native-signer.ts';
import type { SubmittedTransaction } from '../node-options.ts';

export const CHAIN = 'minglu.test/town';
export const START = Date.UTC(2026, 2, 2, 2);
export const DAY = 86_400_000;
export const SERVICE = 'tea-house';
export const logSigner = nativeSigner('Ed25519', new Uint8Array(32).fill(1));

const person = (word: string): Signer => nativeSigner('ES256', Buffer.alloc(32, word));
export const founder = person('founder');
export const registrar = person('registrar');
export const attester = person('attester');

export const genesis: Genesis = { chain: CHAIN, founder: publicJwk(founder.publicKey), time: START };

/** Grants to those of age, proposes otherwise. */
export const ageContract: ContractRunner = {
  run: (_contract, input) => {
    const { facts } = JSON.parse(input) as { facts: Record<string, unknown> };
    const isAdult = facts['age-at-least-18'] === true;
    return JSON.stringify({
      decision: isAdult ? 'grant' : 'propose',
      trace: [{ rule: 'age', article: 'test', fact: 'age-at-least-18', result: isAdult }],
    });
  },
};

export const random128 = (): string => randomBytes(16).toString('base64url');

export interface Letter {
  readonly by: Signer;
  readonly deed: string;
  readonly body: JsonObject;
  readonly id?: string;
  readonly atMs?: number;
  readonly sidecar?: string;
  readonly chain?: string;
}

/** A signed transaction; citizens' keys stand in its header. */
export async function write(letter: Letter): Promise<SubmittedTransaction> {
  const { by, deed, body, sidecar } = letter;
  const draft = {
    chain: letter.chain ?? CHAIN,
    id: letter.id ?? random128(),
    deed,
    notAfter: (letter.atMs ?? START) + 3_600_000,
    body,
  };
  const embedKey = deed === 'cases.submit';
  const jws = await signTransaction(sidecar === undefined ? draft : { ...draft, sidecar }, by, { embedKey });
  return sidecar === undefined ? { jws } : { jws, sidecar };
}

const founding: readonly Omit<Letter, 'by'>[] = [
  { deed: 'organisations.register', body: { id: 'market', name: '市场监督管理局', kind: 'department' } },
  { deed: 'organisations.register', body: { id: 'police', name: '公安局', kind: 'department' } },
  { deed: 'keys.register', body: { org: 'market', jwk: publicJwk(registrar.publicKey) } },
  { deed: 'keys.register', body: { org: 'police', jwk: publicJwk(attester.publicKey) } },
  { deed: 'roles.grant', body: { org: 'market', kid: registrar.publicKey.kid, role: 'registrar' } },
  { deed: 'roles.grant', body: { org: 'police', kid: attester.publicKey.kid, role: 'attester' } },
  {
    deed: 'services.register',
    body: {
      id: SERVICE,
      version: 1,
      organ: 'market',
      contract: 'c'.repeat(64),
      attesters: ['police'],
      promiseMs: 3 * DAY,
      licence: { kind: 'tea-licence' },
    },
  },
];

export async function foundingTransactions(): Promise<SubmittedTransaction[]> {
  return Promise.all(founding.map((letter) => write({ ...letter, by: founder })));
}

export interface Application extends SubmittedTransaction {
  readonly id: string;
  readonly holder: Signer;
  readonly sidecar: string;
}

/** Applications of as many citizens, attested under one signature (64 at most). */
export async function applications(count: number, atMs = START, facts?: Record<string, boolean | number>) {
  const citizens = Array.from({ length: count }, () => ({ id: random128(), holder: newCitizen() }));
  const attestations = await attestBatch(
    citizens.map(({ id, holder }) => ({
      chain: CHAIN,
      issuer: 'police',
      case: id,
      holder: holder.publicKey.kid,
      service: SERVICE,
      facts: facts ?? { 'identity-level': 2, 'age-at-least-18': true },
      issuedAt: atMs,
      expiresAt: atMs + DAY,
      nonce: random128(),
    })),
    attester,
  );
  return Promise.all(
    citizens.map(async ({ id, holder }, at): Promise<Application> => {
      const sidecar = buildSidecar({
        salt: random128(),
        attestations: [attestations[at] as JsonObject],
        sealed: { name: 'aa..bb.cc.dd' },
        plain: {},
      });
      const body = {
        service: SERVICE,
        tradeName: '清风茶馆',
        scope: ['6233'],
        region: '110105',
        operator: randomBytes(32).toString('base64url'),
        manual: false,
      };
      const { jws } = await write({ by: holder, deed: 'cases.submit', body, id, atMs, sidecar });
      return { jws, sidecar, id, holder };
    }),
  );
}

function newCitizen(): Signer {
  const ecdh = createECDH('prime256v1');
  ecdh.generateKeys();
  return nativeSigner('ES256', Buffer.concat([Buffer.alloc(32), ecdh.getPrivateKey()]).subarray(-32));
}

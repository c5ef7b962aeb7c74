import { base64urlEncode } from '../encoding/base64url.ts';
import type { JsonObject } from '../encoding/strict-json.ts';
import { signerFromSecret } from '../keys/signer.ts';
import type { AttestationStatement } from '../transaction/attestation.ts';
import type { TransactionDraft } from '../transaction/transaction.ts';

/** One example of everything that is signed here, for this package's tests: fixed keys, fixed ids, nobody's data. */
export const exampleKeys = {
  citizen: signerFromSecret('ES256', new Uint8Array(32).fill(1)),
  officer: signerFromSecret('ES256', new Uint8Array(32).fill(2)),
  department: signerFromSecret('ES256', new Uint8Array(32).fill(3)),
  operator: signerFromSecret('Ed25519', new Uint8Array(32).fill(4)),
} as const;

export const EXAMPLE_CHAIN = 'minglu.example/city';

/** 128 bits that are random only in name. */
export function exampleId(seed: number): string {
  return base64urlEncode(new Uint8Array(16).fill(seed));
}

export const EXAMPLE_DIGEST = base64urlEncode(new Uint8Array(32).fill(5));

export const exampleBody: JsonObject = {
  service: 'individual-business',
  tradeName: '明明小吃店',
  scope: ['6210'],
  region: '330106',
  operator: EXAMPLE_DIGEST,
  manual: false,
};

export const exampleDraft: TransactionDraft = {
  chain: EXAMPLE_CHAIN,
  id: exampleId(1),
  deed: 'cases.submit',
  notAfter: 1_800_000_000_000,
  body: exampleBody,
};

export function exampleStatement(seed: number): AttestationStatement {
  return {
    chain: EXAMPLE_CHAIN,
    issuer: 'public-security',
    case: exampleId(1),
    holder: exampleKeys.citizen.publicKey.kid,
    service: 'individual-business',
    facts: { 'identity-level': 2, 'age-at-least-18': true, region: '330106' },
    issuedAt: 1_799_999_000_000,
    expiresAt: 1_800_000_000_000,
    nonce: exampleId(seed),
  };
}

import type { DepartmentIntroduction } from '@minglu/city';
import { individualBusiness } from '@minglu/individual-business';
import { nativeSigner } from '@minglu/node';
import { type JsonObject, publicJwk, type Signer, sha256, utf8Encode } from '@minglu/protocol';

export const CHAIN = 'minglu.example/bench';
export const WITNESS_NAMES = ['witness-1.minglu.example', 'witness-2.minglu.example'] as const;
export const GOVERNMENT = { id: 'mingzhou', name: '明州市人民政府（测试）' } as const;

/** A measured ledger guards nothing: its keys come from words, so that driver and platform need not hand them over. */
export function benchSigner(suite: 'ES256' | 'Ed25519', word: string): Signer {
  return nativeSigner(suite, sha256(utf8Encode(`benchmark ${word}`)));
}

/** What each department states of an applicant whom the contract grants at once. */
export const ATTESTED = {
  'public-security': { 'identity-level': 2, 'age-at-least-18': true, 'mainland-resident': true },
  'province-market-regulation': { 'no-registration-bar': true, 'premises-on-record': true },
} as const;
export const ATTESTERS = Object.keys(ATTESTED) as readonly (keyof typeof ATTESTED)[];
export const ORGAN = 'market-regulation';

function department(id: string, name: string): DepartmentIntroduction {
  const attesterJwk: JsonObject = publicJwk(benchSigner('ES256', `attester ${id}`).publicKey);
  const sealingJwk: JsonObject = publicJwk(benchSigner('ES256', `sealing ${id}`).publicKey);
  const officer: JsonObject = publicJwk(benchSigner('ES256', `officer ${id}`).publicKey);
  return {
    id,
    name,
    endpoint: 'http://127.0.0.1:1',
    attesterJwk,
    sealingJwk,
    officers: [{ jwk: officer, duties: ['registrar'] }],
  };
}

export const departments: readonly DepartmentIntroduction[] = [
  department('public-security', '公安厅（测试）'),
  department('province-market-regulation', '省市场监督管理局（测试）'),
  department(ORGAN, '市场监督管理局（测试）'),
];

export const serviceId = individualBusiness.manifest.id;

/** The departments as those who apply meet them. */
export function attesters() {
  return ATTESTERS.map((organisation) => ({
    organisation,
    signer: benchSigner('ES256', `attester ${organisation}`),
    facts: ATTESTED[organisation],
  }));
}

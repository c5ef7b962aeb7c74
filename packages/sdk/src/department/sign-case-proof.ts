import {
  base64urlEncode,
  formatStrictJson,
  type JsonObject,
  normalizeLowS,
  publicJwk,
  type Signer,
  utf8Encode,
} from '@minglu/protocol';

export interface CaseProofDraft {
  readonly chain: string;
  /** The department it is for: another one does not take it. */
  readonly organisation: string;
  readonly case: string;
  /**
   * `contact.put`, `contact.read`, `contact.delete`, `messages.read`, `documents.list`, `documents.read`, `words.read`,
   * `footprint.read`, `corrections.ask`, `corrections.read`.
   */
  readonly purpose: string;
  /** Milliseconds; the department takes it for ten minutes. */
  readonly at: number;
  readonly content?: JsonObject;
}

/** A compact JWS by which a case's key shows itself to a department: `typ` minglu-case-proof+v0, the key embedded. */
export async function signCaseProof(draft: CaseProofDraft, signer: Signer): Promise<string> {
  const { chain, organisation, case: caseId, purpose, at, content } = draft;
  const { publicKey } = signer;
  const head = part(formatStrictJson({ alg: publicKey.suite, typ: 'minglu-case-proof+v0', jwk: publicJwk(publicKey) }));
  const more = content === undefined ? {} : { content };
  const input = `${head}.${part(formatStrictJson({ chain, organisation, case: caseId, purpose, at, ...more }))}`;
  const signature = normalizeLowS(await signer.sign(utf8Encode(input)));
  return `${input}.${base64urlEncode(signature)}`;
}

function part(text: string): string {
  return base64urlEncode(utf8Encode(text));
}

import {
  base64urlEncode,
  formatStrictJson,
  type JsonObject,
  normalizeLowS,
  type Signer,
  utf8Encode,
} from '@minglu/protocol';
import { randomId } from '../random-id.ts';

export interface AuditLetterDraft {
  readonly chain: string;
  /** Organisation whose process it is. */
  readonly audience: string;
  /** What lines: as the query of `GET /api/audit`, times and texts. */
  readonly query?: JsonObject;
  readonly before?: number;
  readonly limit?: number;
  /** Lines the ledger vouches for: the answer has the root over them. */
  readonly anchored?: number;
  /** The finding whose answer is to be read, and the answer's envelope. */
  readonly finding?: string;
  readonly sealed?: string;
  readonly nowMs: number;
}

/** An auditor's signed question to a department's own process; compact JWS, good for a minute and once. */
export const signAuditLetter = async (draft: AuditLetterDraft, signer: Signer): Promise<string> => {
  const { chain, audience, nowMs, query = {}, ...rest } = draft;
  const { suite, kid } = signer.publicKey;
  const { before, limit, anchored, finding, sealed } = rest;
  const asked = {
    ...(typeof query.case === 'string' ? { case: query.case } : {}),
    query,
    ...(before === undefined ? {} : { before }),
    ...(limit === undefined ? {} : { limit }),
    ...(anchored === undefined ? {} : { anchored }),
    ...(finding === undefined ? {} : { finding }),
    ...(sealed === undefined ? {} : { sealed }),
  };
  const head = part(formatStrictJson({ alg: suite, typ: 'minglu-audit+v0', kid }));
  const body = part(formatStrictJson({ chain, audience, ...asked, nonce: randomId(), at: nowMs }));
  const signature = await signer.sign(utf8Encode(`${head}.${body}`));
  return `${head}.${body}.${base64urlEncode(suite === 'ES256' ? normalizeLowS(signature) : signature)}`;
};

const part = (text: string): string => base64urlEncode(utf8Encode(text));

import {
  base64urlEncode,
  formatStrictJson,
  type JsonObject,
  normalizeLowS,
  type Signer,
  utf8Encode,
} from '@minglu/protocol';
import { randomId } from '../random-id.ts';

export interface OfficerLetterDraft {
  readonly chain: string;
  /** Organisation whose process it is. */
  readonly audience: string;
  /** `/open`, `/masked` or `/search`: a letter for one is none for another. */
  readonly route: string;
  /** What the route takes beside who asks. */
  readonly asked: JsonObject;
  readonly nowMs: number;
}

/** An officer's signed question to another organ's own process; compact JWS, good for a minute and once. */
export const signOfficerLetter = async (draft: OfficerLetterDraft, signer: Signer): Promise<string> => {
  const { chain, audience, route, asked, nowMs } = draft;
  const { suite, kid } = signer.publicKey;
  const head = part(formatStrictJson({ alg: suite, typ: 'minglu-officer+v0', kid }));
  const body = part(formatStrictJson({ ...asked, chain, audience, route, nonce: randomId(), at: nowMs }));
  const signature = await signer.sign(utf8Encode(`${head}.${body}`));
  return `${head}.${body}.${base64urlEncode(suite === 'ES256' ? normalizeLowS(signature) : signature)}`;
};

const part = (text: string): string => base64urlEncode(utf8Encode(text));

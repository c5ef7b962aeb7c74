import { base64urlEncode, formatStrictJson, normalizeLowS, type Signer, utf8Encode } from '@minglu/protocol';
import { randomId } from '../random-id.ts';

export interface CounterLetterDraft {
  readonly chain: string;
  /** Organisation that keeps the register of persons. */
  readonly audience: string;
  /** As it stands on the document. */
  readonly idNumber: string;
  /** The person stands at the counter; false where somebody else brought the document. */
  readonly present: boolean;
  readonly nowMs: number;
}

/** A registrar's signed word to another department that somebody's document lies before them; compact JWS, good for a minute. */
export const signCounterLetter = async (draft: CounterLetterDraft, signer: Signer): Promise<string> => {
  const { chain, audience, idNumber, present, nowMs } = draft;
  const { suite, kid } = signer.publicKey;
  const head = part(formatStrictJson({ alg: suite, typ: 'minglu-counter+v0', kid }));
  const body = part(formatStrictJson({ chain, audience, idNumber, present, nonce: randomId(), at: nowMs }));
  const signature = await signer.sign(utf8Encode(`${head}.${body}`));
  return `${head}.${body}.${base64urlEncode(suite === 'ES256' ? normalizeLowS(signature) : signature)}`;
};

const part = (text: string): string => base64urlEncode(utf8Encode(text));

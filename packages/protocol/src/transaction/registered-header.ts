import { base64urlDecodeAscii } from '../encoding/base64url.ts';
import { type DigestForm, digestForm, GAP_LENGTH, hasForm } from '../encoding/digest-form.ts';
import { utf8Decode } from '../encoding/utf8.ts';
import { ProtocolError } from '../errors.ts';
import type { PublicKey, Suite } from '../keys/public-key.ts';
import type { LentHeader } from './compact-jws.ts';

/** Who signed with a key that the ledger's state knows. */
export interface RegisteredHeader {
  readonly suite: Suite;
  readonly kid: string;
}

/** The two headers, one a suite, of things of type `typ` signed with a registered key. */
export function registeredForms(typ: string): readonly (readonly [Suite, DigestForm])[] {
  return [
    ['ES256', digestForm(`{"alg":"ES256","typ":"${typ}","kid":"~"}`)],
    ['Ed25519', digestForm(`{"alg":"Ed25519","typ":"${typ}","kid":"~"}`)],
  ];
}

/** Reads such a header. Throws `jws-header`, `base64url-malformed`. */
export function parseRegisteredHeader(
  forms: readonly (readonly [Suite, DigestForm])[],
  { bytes, length }: LentHeader,
): RegisteredHeader {
  for (const [suite, form] of forms) {
    const [place = 0] = form.gaps;
    if (!hasForm(form, bytes, length)) continue;
    base64urlDecodeAscii(bytes, place, place + GAP_LENGTH);
    return { suite, kid: utf8Decode(bytes.subarray(place, place + GAP_LENGTH)) };
  }
  throw new ProtocolError('jws-header');
}

export function formatRegisteredHeader(typ: string, { suite, kid }: PublicKey): string {
  return JSON.stringify({ alg: suite, typ, kid });
}

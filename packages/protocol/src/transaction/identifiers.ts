const CHAIN = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,127}$/;
const DEED = /^[a-z][a-z0-9-]{0,31}\.[a-z][a-z0-9-]{0,31}$/;
const NAME = /^[a-z0-9][a-z0-9._-]{0,63}$/;
/** Last characters whose spare bits are zero, of 16 and of 32 bytes: the canonical ones. */
const RANDOM_128 = /^[A-Za-z0-9_-]{21}[AQgw]$/;
const DIGEST = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;
const SALT = /^[A-Za-z0-9_-]{22,86}$/;

/** A chain's name, which is also its log's C2SP origin: no space, no plus sign, at most 128 characters. */
export function isChainName(text: string): boolean {
  return CHAIN.test(text);
}

/** `module.action`, as in `cases.submit`. */
export function isDeedName(text: string): boolean {
  return DEED.test(text);
}

/** Short lower-case name of an organisation, a service, a fact or a sealed part. */
export function isShortName(text: string): boolean {
  return NAME.test(text);
}

/** 128 random bits in canonical base64url: a transaction id, a nonce. */
export function isRandom128(text: string): boolean {
  return RANDOM_128.test(text);
}

/** 32 bytes in canonical base64url: a hash, a thumbprint, a commitment. */
export function isDigest(text: string): boolean {
  return DIGEST.test(text);
}

/** A salt: base64url, 22 characters (128 bits) or more; used as the text it is. */
export function isSalt(text: string): boolean {
  return SALT.test(text) && text.length % 4 !== 1;
}

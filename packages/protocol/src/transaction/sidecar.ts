import { base64urlEncode } from '../encoding/base64url.ts';
import { type HashFunction, hashText, sha256 } from '../encoding/sha256.ts';
import {
  formatStrictJson,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  parseStrictJsonObject,
} from '../encoding/strict-json.ts';
import { utf8Encode } from '../encoding/utf8.ts';
import { ProtocolError } from '../errors.ts';
import type { Attestation } from './attestation.ts';
import { parseBatch, type ReadBatch } from './attestation-batch.ts';
import { isSalt, isShortName } from './identifiers.ts';
import { parseAttestation } from './parse-attestation.ts';

/** UTF-8 bytes of the longest sidecar. */
export const MAX_SIDECAR_BYTES = 32_768;
/** Attestations in one sidecar. */
export const MAX_ATTESTATIONS = 16;

const COMPACT_JWE = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]+$/;

/** What the contract may read and the public may not. Kept beside the log, erasable. */
export interface Sidecar {
  /** The strict JSON exactly as it came: what the commitment covers. */
  readonly text: string;
  /** `commitSidecar(text)`: what the transaction it belongs to must have signed. */
  readonly commitment: string;
  /** At least 128 random bits in base64url: without it nobody can try guesses against the commitment. */
  readonly salt: string;
  readonly attestations: readonly Attestation[];
  /** Compact JWEs (RFC 7516) by name, each sealed to the deciding organisation. */
  readonly sealed: Readonly<Record<string, string>>;
  readonly plain: JsonObject;
}

/** What a sidecar is built from; attestations in their JSON form. */
export interface SidecarDraft {
  readonly salt: string;
  readonly attestations: readonly JsonObject[];
  readonly sealed: Readonly<Record<string, string>>;
  readonly plain: JsonObject;
}

/**
 * Reads a sidecar, its attestations included. `readBatch`: for whoever remembers the batches it has read, since one
 * stands beside up to 64 cases. Throws `sidecar-*`, `attestation-*`, `json-*`.
 */
export function parseSidecar(text: string, hash: HashFunction = sha256, readBatch: ReadBatch = parseBatch): Sidecar {
  const value = parseStrictJsonObject(text);
  if (!fits(text)) throw new ProtocolError('sidecar-too-long', { maxBytes: MAX_SIDECAR_BYTES });
  if (Object.keys(value).join() !== 'salt,attestations,sealed,plain') throw new ProtocolError('sidecar-members');
  const { salt, attestations, plain } = value;
  if (typeof salt !== 'string' || !isSalt(salt)) throw malformed('salt');
  if (!Array.isArray(attestations) || attestations.length > MAX_ATTESTATIONS) throw malformed('attestations');
  if (!isJsonObject(plain)) throw malformed('plain');
  return {
    text,
    commitment: commitSidecar(text, hash),
    salt,
    attestations: (attestations as readonly JsonValue[]).map((item) => parseAttestation(item, hash, readBatch)),
    sealed: parseSealed(value.sealed),
    plain,
  };
}

/** base64url of SHA-256 over `minglu sidecar v0\n` and the sidecar's text. */
export function commitSidecar(text: string, hash: HashFunction = sha256): string {
  return base64urlEncode(hashText(`minglu sidecar v0\n${text}`, hash));
}

/** A UTF-16 unit is at most three bytes of UTF-8: most texts need not be counted. */
function fits(text: string): boolean {
  return text.length * 3 <= MAX_SIDECAR_BYTES || utf8Encode(text).length <= MAX_SIDECAR_BYTES;
}

/** The sidecar's text. Throws whatever its reader would. */
export function buildSidecar({ salt, attestations, sealed, plain }: SidecarDraft): string {
  const text = formatStrictJson({ salt, attestations, sealed, plain });
  parseSidecar(text);
  return text;
}

function parseSealed(value: JsonValue | undefined): Readonly<Record<string, string>> {
  if (!isJsonObject(value)) throw malformed('sealed');
  for (const [name, jwe] of Object.entries(value)) {
    if (!isShortName(name) || typeof jwe !== 'string' || !COMPACT_JWE.test(jwe)) throw malformed('sealed');
  }
  return value as Readonly<Record<string, string>>;
}

function malformed(member: string): ProtocolError {
  return new ProtocolError('sidecar-member', { member });
}

import { base64urlDecode, base64urlEncode } from '../encoding/base64url.ts';
import { equalBytes } from '../encoding/bytes.ts';
import { hexEncode } from '../encoding/hex.ts';
import { type HashFunction, sha256 } from '../encoding/sha256.ts';
import { formatStrictJson, type JsonObject, type JsonValue, parseStrictJsonObject } from '../encoding/strict-json.ts';
import { utf8Encode } from '../encoding/utf8.ts';
import { ProtocolError } from '../errors.ts';
import { type CheckSignature, checkSignaturePure } from '../keys/check-signature.ts';
import type { Signer } from '../keys/signer.ts';
import type { CheckpointKeys } from '../log/check-checkpoint.ts';
import { formatVkey, parseVkey, type Vkey } from '../log/vkey.ts';
import { isChainName } from '../transaction/identifiers.ts';
import { hasMembers } from './json-members.ts';

const MEMBERS = 'v,type,version,origin,logKeys,witnesses,threshold,signature';
/** Of a cluster's log. A reader from before there were clusters refuses it, and so takes no member's word for the log's. */
const CLUSTER_MEMBERS = MEMBERS.replace('logKeys', 'logKeys,quorum');
const MAX_LENGTH = 65_536;
const MAX_KEYS = 64;
const DOMAIN = 'minglu trust v0\n';

/** Whose word counts, how many of the log's keys make it the log's, and how many witnesses make a checkpoint trusted. */
export interface TrustPolicy extends CheckpointKeys {
  /** Distinct witnesses wanted, of those named. */
  readonly threshold: number;
}

/** A trust file, parsed and its own signature checked. */
export interface Trust extends TrustPolicy {
  /** Counts up with each new file of this log. */
  readonly version: number;
  /** The file, verbatim. */
  readonly text: string;
  /** SHA-256 of the file's bytes, 64 hex digits: what stands on paper. */
  readonly fingerprint: string;
}

export interface TrustOptions {
  readonly checkSignature?: CheckSignature;
  readonly hash?: HashFunction;
}

/**
 * Reads a trust file. Its signature, by the first log key in it, shows that the file is whole and the log's own; it
 * does not show whose log that is. That comes from where the reader got the file or its fingerprint.
 * Throws `json-*`, `trust-*`, `vkey-*`.
 */
export async function parseTrustFile(text: string, options: TrustOptions = {}): Promise<Trust> {
  const json = parseStrictJsonObject(text, MAX_LENGTH);
  const members = json.quorum === undefined ? MEMBERS : CLUSTER_MEMBERS;
  if (json.v !== 0 || json.type !== 'minglu-trust' || !hasMembers(json, members))
    throw new ProtocolError('trust-members');
  const { signature, ...statement } = json;
  const policy = readPolicy(json);
  const [first] = policy.logKeys;
  if (typeof signature !== 'string' || signature.length !== 86 || first === undefined) throw wrong('signature');
  const check = options.checkSignature ?? checkSignaturePure;
  const valid = await check(first.key, signedBytes(statement), base64urlDecode(signature));
  if (!valid) throw new ProtocolError('trust-signature');
  const fingerprint = hexEncode((options.hash ?? sha256)(utf8Encode(text)));
  return { ...policy, version: readCount(json, 'version'), text, fingerprint };
}

/** The text of a trust file, signed by its first log key. Throws whatever its reader, given `options`, would. */
export async function signTrustFile(
  draft: TrustPolicy & { readonly version: number },
  signer: Signer,
  options: TrustOptions = {},
): Promise<string> {
  const { version, origin, logKeys, quorum, witnesses, threshold } = draft;
  const statement = {
    v: 0,
    type: 'minglu-trust',
    version,
    origin,
    logKeys: logKeys.map(formatVkey),
    ...(quorum === undefined ? {} : { quorum }),
    witnesses: witnesses.map(formatVkey),
    threshold,
  };
  const signature = base64urlEncode(await signer.sign(signedBytes(statement)));
  const text = formatStrictJson({ ...statement, signature });
  await parseTrustFile(text, options);
  return text;
}

function signedBytes(statement: JsonObject): Uint8Array {
  return utf8Encode(DOMAIN + formatStrictJson(statement));
}

function readPolicy(json: JsonObject): TrustPolicy {
  const { origin } = json;
  if (typeof origin !== 'string' || !isChainName(origin)) throw wrong('origin');
  const logKeys = readKeys(json.logKeys, 'logKeys');
  const witnesses = readKeys(json.witnesses, 'witnesses');
  const threshold = readCount(json, 'threshold');
  if (logKeys.length === 0 || logKeys.some((key) => key.role !== 'log' || key.name !== origin)) throw wrong('logKeys');
  const names = new Set(witnesses.map((witness) => witness.name));
  if (witnesses.some((witness) => witness.role !== 'witness') || names.size !== witnesses.length)
    throw wrong('witnesses');
  // A cosignature does not say whose it is: one key under two names would count as two witnesses, and a log's own
  // key under a witness's name as somebody else.
  if (hasSameKey([...logKeys, ...witnesses])) throw wrong('witnesses');
  if (threshold > witnesses.length) throw wrong('threshold');
  return { origin, logKeys, ...readQuorum(json, logKeys.length), witnesses, threshold };
}

/** One line is what a file says that leaves it out: written down it would be a second text of the same trust. */
function readQuorum(json: JsonObject, known: number): { readonly quorum?: number } {
  if (json.quorum === undefined) return {};
  const quorum = readCount(json, 'quorum');
  if (quorum < 2 || quorum > known) throw wrong('quorum');
  return { quorum };
}

function hasSameKey(keys: readonly Vkey[]): boolean {
  return keys.some((key, at) => keys.slice(0, at).some((other) => equalBytes(key.key.bytes, other.key.bytes)));
}

function readKeys(json: JsonValue | undefined, member: string): Vkey[] {
  if (!Array.isArray(json) || json.length > MAX_KEYS) throw wrong(member);
  return (json as readonly JsonValue[]).map((text) => {
    if (typeof text !== 'string') throw wrong(member);
    return parseVkey(text);
  });
}

function readCount(json: JsonObject, member: string): number {
  const value = json[member];
  if (typeof value !== 'number' || value < 0) throw wrong(member);
  return value;
}

function wrong(member: string): ProtocolError {
  return new ProtocolError('trust-member', { member });
}

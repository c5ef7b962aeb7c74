import { isJsonObject, type JsonObject, type JsonValue, parseStrictJsonObject } from '../encoding/strict-json.ts';
import { ProtocolError } from '../errors.ts';
import { isDigest, isRandom128, isShortName } from '../transaction/identifiers.ts';

const STATUSES = ['valid', 'suspended', 'ceased', 'closed', 'withdrawn', 'annulled', 'revoked', 'changed'] as const;
const NUMBER = /^(?:[0-9A-HJ-NPQRTUWXY]{18}|[A-Z]{2,4}[0-9]{9,18})$/;
const REGION = /^[0-9]{6}$/;
const ACTIVITY = /^[0-9]{4}$/;
const MAX_TEXT = 200;
const MAX_SCOPE = 64;
const MAX_FIELDS = 32;
const MAX_MARKS = 64;

/** As a reader is told it at an instant: also 未生效 and 已过期, which no deed writes, for time alone makes them. */
export type LicenceStanding = LicenceStatus | 'not-yet' | 'expired';

/** 正常 · 停业 · 歇业 · 已注销 · 已撤回 · 已撤销 · 已吊销 · 已变更. */
export type LicenceStatus = (typeof STATUSES)[number];

/** What the register says of a licence. All of it is public; `operator` is a salted commitment to a name. */
export interface LicenceRecord {
  readonly kind: string;
  readonly organ: string;
  readonly organName: string;
  readonly service: string;
  /** Id of the transaction that opened the case. */
  readonly case: string;
  /** Empty where no name is used (市场主体登记管理条例实施细则 6). */
  readonly tradeName: string;
  readonly scope: readonly string[];
  readonly region: string;
  readonly operator: string;
  /** Public fields of the service's own, where it has some. */
  readonly fields?: Readonly<Record<string, string | number>>;
  readonly status: LicenceStatus;
  /** Since when the status holds; milliseconds since 1970, as all instants here. */
  readonly since: number;
  readonly issuedAt: number;
  /** Which copy is in force: those before it were declared void. */
  readonly edition?: number;
  /** When it begins to hold, where that is later than its issue. */
  readonly from?: number;
  /** When it ends by itself, where it does. */
  readonly expiresAt?: number;
  /** Place among all licences, where the number does not hold it. */
  readonly serial?: number;
  /** When a suspension ends by itself. */
  readonly until?: number;
  /** Why, and by which article, it was taken away. */
  readonly ground?: { readonly reason: string; readonly article: string };
  /** What the organ publishes beside the status, each by its article. */
  readonly marks?: readonly LicenceMark[];
  /** 法律文书送达地址 stands for the premises while 歇业 lasts. */
  readonly serviceAddress?: true;
}

/** `mark` is a word of the organ's: 列入经营异常名录, 责令改正, 特别标注. */
export interface LicenceMark {
  readonly mark: string;
  readonly reason: string;
  readonly article: string;
  readonly at: number;
}

/** Whether `text` has the form of a 统一社会信用代码 (GB 32100-2015) or of a service's own number (letters, digits); check characters are not computed. */
export function isLicenceNumber(text: string): boolean {
  return NUMBER.test(text);
}

/**
 * How a licence stands at an instant. What an organ or its holder ended stays ended by that: a licence that was revoked
 * never becomes one that ran out.
 */
export function licenceStandingAt({ status, from, expiresAt }: LicenceRecord, timeMs: number): LicenceStanding {
  const isRunning = ['valid', 'suspended', 'ceased', 'changed'].includes(status);
  if (isRunning && expiresAt !== undefined && timeMs >= expiresAt) return 'expired';
  return status === 'valid' && from !== undefined && timeMs < from ? 'not-yet' : status;
}

/** The key of a licence in the state. */
export function licenceKey(number: string): string {
  return `licence/${number}`;
}

/**
 * The record in a licence's value text, as it stands in the state. Members this version does not know are passed
 * over: a later one may write them. Throws `json-*`, `licence-record-member`.
 */
export function readLicence(value: string): LicenceRecord {
  const json = parseStrictJsonObject(value);
  const until = json.until === undefined ? {} : { until: instant(json, 'until') };
  return {
    kind: text(json, 'kind', isShortName),
    organ: text(json, 'organ', isShortName),
    organName: text(json, 'organName', isPlain),
    service: text(json, 'service', isShortName),
    case: text(json, 'case', isRandom128),
    tradeName: json.tradeName === undefined ? '' : text(json, 'tradeName', isPlain),
    scope: scope(json.scope),
    region: text(json, 'region', (region) => REGION.test(region)),
    operator: text(json, 'operator', isDigest),
    ...(json.fields === undefined ? {} : { fields: fields(json.fields) }),
    status: status(json.status),
    since: instant(json, 'since'),
    issuedAt: instant(json, 'issuedAt'),
    ...(json.from === undefined ? {} : { from: instant(json, 'from') }),
    ...(json.expiresAt === undefined ? {} : { expiresAt: instant(json, 'expiresAt') }),
    ...(json.serial === undefined ? {} : { serial: instant(json, 'serial') }),
    ...(json.edition === undefined ? {} : { edition: instant(json, 'edition') }),
    ...until,
    ...(json.ground === undefined ? {} : { ground: ground(json.ground) }),
    ...(json.marks === undefined ? {} : { marks: marks(json.marks) }),
    ...(json.serviceAddress === true ? { serviceAddress: true as const } : {}),
  };
}

function text(json: JsonObject, member: string, accepts: (value: string) => boolean): string {
  const value = json[member];
  if (typeof value !== 'string' || !accepts(value)) throw wrong(member);
  return value;
}

function isPlain(value: string): boolean {
  return value.length > 0 && value.length <= MAX_TEXT;
}

function scope(value: JsonValue | undefined): readonly string[] {
  if (!Array.isArray(value) || value.length > MAX_SCOPE) throw wrong('scope');
  return (value as readonly JsonValue[]).map((code) => {
    if (typeof code !== 'string' || !ACTIVITY.test(code)) throw wrong('scope');
    return code;
  });
}

function fields(value: JsonValue): Readonly<Record<string, string | number>> {
  if (!isJsonObject(value)) throw wrong('fields');
  const entries = Object.entries(value);
  if (entries.length > MAX_FIELDS) throw wrong('fields');
  return Object.fromEntries(
    entries.map(([name, each]) => {
      const fits = typeof each === 'number' || (typeof each === 'string' && isPlain(each));
      if (!isShortName(name) || !fits) throw wrong('fields');
      return [name, each];
    }),
  );
}

function ground(value: JsonValue): { reason: string; article: string } {
  if (!isJsonObject(value)) throw wrong('ground');
  return { reason: text(value, 'reason', isPlain), article: text(value, 'article', isPlain) };
}

function marks(value: JsonValue): readonly LicenceMark[] {
  if (!Array.isArray(value) || value.length > MAX_MARKS) throw wrong('marks');
  return (value as readonly JsonValue[]).map((mark) => {
    if (!isJsonObject(mark)) throw wrong('marks');
    return { ...ground(mark), mark: text(mark, 'mark', isPlain), at: instant(mark, 'at') };
  });
}

function status(value: JsonValue | undefined): LicenceStatus {
  const known = STATUSES.find((each) => each === value);
  if (known === undefined) throw wrong('status');
  return known;
}

function instant(json: JsonObject, member: string): number {
  const value = json[member];
  if (typeof value !== 'number' || value < 0) throw wrong(member);
  return value;
}

function wrong(member: string): ProtocolError {
  return new ProtocolError('licence-record-member', { member });
}

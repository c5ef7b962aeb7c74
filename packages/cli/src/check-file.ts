import type { CheckSignature, JsonObject, Trust, VerifiedPlace } from '@minglu/protocol';
import {
  getListing,
  isAuditExport,
  isRefused,
  isRegisterExport,
  licenceStandingAt,
  parseStrictJsonObject,
  type VerifiedLicence,
  verifyDocument,
  verifyLicenceFile,
  verifyLicenceProof,
  verifyReceipt,
  verifyRegisterExport,
} from '@minglu/protocol';
import { checkEvidence } from '@minglu/witness';
import { UsageError } from './arguments.ts';
import { checkAuditExport } from './audit/check-audit-export.ts';

/** What was checked, as rows for people and as an object for programs. */
export interface FileReport {
  readonly kind: 'document' | 'export' | 'audit-export' | 'receipt' | 'licence' | 'licence-proof' | 'evidence';
  readonly rows: readonly (readonly [label: string, value: string])[];
  readonly facts: JsonObject;
}

const MAX_FILE_LENGTH = 262_144;

/** Recognises a file by its own first words and checks every part of it. Throws the code of the part that failed. */
export async function checkFile(text: string, options: Options): Promise<FileReport> {
  if (text.startsWith('c2sp.org/tlog-proof@v1\n')) return await receipt(text, options);
  if (isRegisterExport(text)) return await registerExport(text, options);
  if (isAuditExport(text)) return await auditExport(text, options);
  const type = typeOf(text);
  if (type === 'minglu-licence') {
    const checked = await verifyLicenceFile(text, options);
    const { operator } = checked.disclosures;
    const shown: [string, string][] = operator === undefined ? [] : [['经营者 operator (disclosed)', operator]];
    return {
      kind: 'licence',
      rows: [...licenceRows(checked, options), ...shown],
      facts: licenceFacts(checked, options),
    };
  }
  if (type === 'minglu-licence-proof') {
    const checked = await verifyLicenceProof(text, options);
    return { kind: 'licence-proof', rows: licenceRows(checked, options), facts: licenceFacts(checked, options) };
  }
  if (type === 'minglu-log-evidence') return await evidence(text, options);
  throw new UsageError('不认识的文件 not a receipt, a licence, a licence proof or evidence');
}

/**
 * Checks a sealed PDF with the ledger's proof for it. Throws the code of the part that failed; without a proof, or where
 * no organ listed the file, it is not verified, for anybody can make a certificate with an organ's name on it.
 */
export async function checkDocument(
  bytes: Uint8Array,
  proof: string | undefined,
  options: Options,
): Promise<FileReport> {
  const document = await verifyDocument(bytes, proof, options);
  const { record, block, ...at } = getListing(document);
  const { stamp, digest, sealName } = document;
  const stamped = stamp === undefined ? '没有 none' : `${instant(stamp.timeMs)}, ${stamp.authorityName}`;
  return {
    kind: 'document',
    rows: [
      ['盖章机关 organ', `${record.organName} (${record.org})`],
      ['印章 seal', sealName],
      ['时间戳 time stamp', stamped],
      ['写入账本 listed', instant(record.since)],
      ['指纹 SHA-256', digest],
      ['截至 as of', `${instant(block.time)}, block ${block.height}`],
      ...placeRows(at),
    ],
    facts: {
      ...{ digest, org: record.org, organName: record.organName, listedAt: record.since },
      ...{ stampedAt: stamp?.timeMs ?? null, height: block.height, time: block.time, ...place(at) },
    },
  };
}

function typeOf(text: string): string {
  try {
    return String(parseStrictJsonObject(text.trimEnd(), MAX_FILE_LENGTH).type);
  } catch {
    return '';
  }
}

interface Options {
  /** A licence runs out by itself: how it stands is said of this moment, where it is later than the proof. */
  readonly nowMs: number;
  readonly trust: Trust;
  readonly checkSignature: CheckSignature;
}

async function receipt(text: string, options: Options): Promise<FileReport> {
  const checked = await verifyReceipt(text, options);
  const { entry, transaction, transactionSignature } = checked;
  const outcome = isRefused(entry.outcome) ? `拒绝 refused: ${entry.outcome.refused}` : '生效 accepted';
  return {
    kind: 'receipt',
    rows: [
      ['记录 record', `${transaction.deed} ${transaction.id}`],
      ['结果 outcome', outcome],
      ['签名 signature', transactionSignature === 'checked' ? '已核对 checked here' : '由日志核对 checked by the log'],
      ...placeRows(checked),
    ],
    facts: {
      deed: transaction.deed,
      id: transaction.id,
      height: entry.height,
      transactionSignature,
      ...place(checked),
    },
  };
}

async function registerExport(text: string, options: Options): Promise<FileReport> {
  const { filter, issued, rows, matching, place: at, block } = await verifyRegisterExport(text.split('\n'), options);
  const asked = Object.entries(filter).map(([name, value]) => `${name}=${value}`);
  return {
    kind: 'export',
    rows: [
      ['登记公示导出 register export', asked.length === 0 ? '全部 everything' : asked.join(', ')],
      ['符合条件 asked for', `${matching}`],
      ['核对过的行 rows proved', `${rows}，一行不少 none missing`],
      ['账本上共有 issued in all', `${issued}`],
      ['截至 as of', `${instant(block.time)}, block ${block.height}`],
      ...placeRows(at),
    ],
    facts: { filter: { ...filter }, matching, rows, issued, height: block.height, ...place(at) },
  };
}

async function auditExport(text: string, options: Options): Promise<FileReport> {
  const {
    stream,
    rows,
    first,
    last,
    isUnbroken,
    size,
    kinds,
    anchoredAt,
    place: at,
    block,
  } = await checkAuditExport(text, options);
  const numbers = first === undefined ? '' : `, ${first}–${last}`;
  return {
    kind: 'audit-export',
    rows: [
      ['审计导出 audit export', stream],
      ['核对过的行 lines proved', `${rows}${numbers}`],
      ['其间 between', isUnbroken ? '一行不缺 none missing' : '按条件选取，其间有别的行 chosen: others lie between'],
      [
        '种类 kinds',
        Object.entries(kinds)
          .map(([kind, count]) => `${kind} ${count}`)
          .join(', '),
      ],
      ['锚定 anchored', `${size} lines, ${instant(anchoredAt)}`],
      ['截至 as of', `${instant(block.time)}, block ${block.height}`],
      ...placeRows(at),
    ],
    facts: {
      ...{ stream, rows, isUnbroken, size, anchoredAt, kinds: { ...kinds }, height: block.height },
      ...(first === undefined || last === undefined ? {} : { first, last }),
      ...place(at),
    },
  };
}

async function evidence(text: string, { trust, checkSignature }: Options): Promise<FileReport> {
  const { kind, convicts, older, newer } = await checkEvidence(text, trust, checkSignature);
  const verdict = convicts
    ? '此文件本身证明日志签署了两段历史 this file alone proves that the log signed two histories'
    : '需要进一步查看 worth a look; not proof by itself';
  return {
    kind: 'evidence',
    rows: [
      ['证据 evidence', kind],
      ['检查点 checkpoints', `${older.size} / ${newer.size}`],
      ['结论 verdict', verdict],
    ],
    facts: { evidence: kind, convicts, olderSize: older.size, newerSize: newer.size },
  };
}

/** A number that begins with letters is in a form of its service's own. */
function numberLabel(number: string): string {
  return /^[A-Z]{2}/.test(number) ? '证号 number' : '统一社会信用代码 number';
}

function licenceRows(checked: VerifiedLicence, { nowMs }: Options): [string, string][] {
  const { licence, number, block } = checked;
  const asOf: [string, string] = ['截至 as of', `${instant(block.time)}, block ${block.height}`];
  if (licence === undefined) {
    return [[numberLabel(number), number], ['状态 status', '未找到 no such licence'], asOf, ...placeRows(checked)];
  }
  return [
    [numberLabel(number), number],
    ['名称 trade name', licence.tradeName],
    ['状态 status', licenceStandingAt(licence, Math.max(block.time, nowMs))],
    ...(licence.expiresAt === undefined ? [] : [['有效期至 expires', instant(licence.expiresAt)] as [string, string]]),
    ['登记机关 organ', licence.organName],
    ['核发 issued', instant(licence.issuedAt)],
    asOf,
    ...placeRows(checked),
  ];
}

function licenceFacts(checked: VerifiedLicence, { nowMs }: Options): JsonObject {
  const { number, licence, block } = checked;
  return {
    number,
    status: licence === undefined ? null : licenceStandingAt(licence, Math.max(block.time, nowMs)),
    height: block.height,
    time: block.time,
    ...place(checked),
  };
}

function placeRows({ index, checkpoint, log, policy, policyMet, witnesses }: VerifiedPlace): [string, string][] {
  const names = witnesses.map(({ name }) => name).join(', ');
  const enough = policyMet ? '' : '（尚不足 not enough yet）';
  const members: [string, string] = ['节点签名 members', `${log.lines} of ${log.known}, wanted ${log.quorum}`];
  return [
    ['位置 place', `${index} of ${checkpoint.size}, ${checkpoint.origin}`],
    ...(log.known === 1 ? [] : [members]),
    ['见证 witnesses', `${policy.seen} of ${policy.known}, wanted ${policy.threshold}${enough} ${names}`.trim()],
  ];
}

function place({ index, checkpoint, log, policy, policyMet, witnesses }: VerifiedPlace): JsonObject {
  const seen = witnesses.map(({ name, timeSeconds }) => ({ name, timeSeconds }));
  return { index, size: checkpoint.size, log: { ...log }, policy: { ...policy }, policyMet, witnesses: seen };
}

function instant(ms: number): string {
  return new Date(ms).toISOString();
}

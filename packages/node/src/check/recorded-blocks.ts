import type { Block, BlockTransaction } from '@minglu/ledger';
import { type Outcome, parseEntry, TILE_WIDTH } from '@minglu/protocol';
import { isBlockEntry } from './block-chain.ts';
import type { BundlePass, CheckedBundle } from './bundle-pass.ts';
import type { Findings } from './findings.ts';
import type { RecordedTransaction } from './recorded-transaction.ts';
import type { SignatureCheck } from './signature-check.ts';

/** Transactions read, and given to the threads, before they are applied: about a tenth of a second. */
const AHEAD_TRANSACTIONS = 1_500;

/** A block as the log has it. */
export interface RecordedBlock {
  readonly block: Block;
  /** Index of its first entry. */
  readonly first: number;
  /** One per transaction, then the block's own. */
  readonly entries: readonly Uint8Array[];
}

interface BegunBlock {
  readonly first: number;
  readonly entries: readonly Uint8Array[];
  readonly transactions: readonly Promise<BlockTransaction>[];
}

/**
 * The blocks of a log with signatures checked: reads and has checked what comes next while the caller applies what he
 * was given. Ends at the first entry that cannot be read.
 */
export async function* recordedBlocks(
  pass: BundlePass,
  signatures: SignatureCheck,
  findings: Findings,
): AsyncGenerator<RecordedBlock> {
  const begun: BegunBlock[] = [];
  let ahead = 0;
  for await (const block of beginBlocks(pass, signatures, findings)) {
    begun.push(block);
    ahead += block.transactions.length;
    while (ahead >= AHEAD_TRANSACTIONS) {
      signatures.send();
      const next = begun.shift() as BegunBlock;
      ahead -= next.transactions.length;
      yield await conclude(next);
    }
  }
  signatures.send();
  for (const block of begun) yield await conclude(block);
}

async function conclude({ first, entries, transactions }: BegunBlock): Promise<RecordedBlock> {
  const own = parseEntry(entries.at(-1) as Uint8Array);
  if (own.type !== 'block') throw new RangeError('a block ends with its own entry');
  const { height, time } = own;
  return { block: { height, time, transactions: await Promise.all(transactions) }, first, entries };
}

async function* beginBlocks(
  pass: BundlePass,
  signatures: SignatureCheck,
  findings: Findings,
): AsyncGenerator<BegunBlock> {
  let [first, entries, transactions]: [number, Uint8Array[], Promise<BlockTransaction>[]] = [0, [], []];
  for (let bundle = await pass.next(); bundle !== undefined; bundle = await pass.next()) {
    for (const [at, entry] of bundle.entries.entries()) {
      const index = bundle.first + at;
      entries.push(entry);
      if (isBlockEntry(entry)) {
        yield { first, entries, transactions };
        [first, entries, transactions] = [index + 1, [], []];
        continue;
      }
      try {
        const done = signatures.begin(readTransaction(bundle, entry, index));
        // Whoever takes the block sees it; until then nobody listens.
        done.catch(() => {});
        transactions.push(done);
      } catch (error) {
        findings.addError(`entry ${index}`, error, { index });
        return;
      }
    }
    signatures.send();
  }
}

/**
 * Reads the entry loosely: the one that comes out of deciding again is compared with it byte by byte, and the transaction
 * and its sidecar are parsed strictly by who checks their signatures. Throws what parsing strictly throws.
 */
function readTransaction({ attachments }: CheckedBundle, bytes: Uint8Array, index: number): RecordedTransaction {
  const jws = findJws(bytes) ?? strictJws(bytes);
  const place = index % TILE_WIDTH;
  const erased = attachments.find('sidecar', place)?.isErased === true ? strictOutcome(bytes) : undefined;
  return { index, jws, sidecar: attachments.findText('sidecar', place), erased, payload: payloadOf(jws) };
}

function findJws(bytes: Uint8Array): string | undefined {
  try {
    const { jws } = JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString());
    return typeof jws === 'string' ? jws : undefined;
  } catch {
    return undefined;
  }
}

function strictEntry(bytes: Uint8Array) {
  const entry = parseEntry(bytes);
  if (entry.type === 'block') throw new RangeError('a block entry is none of a transaction');
  return entry;
}

const strictJws = (bytes: Uint8Array): string => strictEntry(bytes).jws;
const strictOutcome = (bytes: Uint8Array): Outcome => strictEntry(bytes).outcome;

function payloadOf(jws: string): RecordedTransaction['payload'] {
  try {
    const payload = Buffer.from(jws.slice(jws.indexOf('.') + 1, jws.lastIndexOf('.')), 'base64url').toString();
    return JSON.parse(payload) ?? {};
  } catch {
    return {};
  }
}

import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ContractRunner, Genesis } from '@minglu/ledger';
import type { Vkey } from '@minglu/protocol';
import { HISTORY_FILE } from '../checkpoints/checkpoint-history.ts';
import { nativeHash } from '../crypto/native-hash.ts';
import { openJournal } from '../journal/open-journal.ts';
import { openSignedHead } from '../journal/signed-head.ts';
import type { LogStore } from '../log-store/log-store.ts';
import { openLogStore } from '../log-store/open-log-store.ts';
import { layout } from '../open/stores.ts';
import { diskFileSystem } from '../store/disk-file-system.ts';
import { checkDiskFormatIfThere } from '../store/disk-format.ts';
import type { FileSystem } from '../store/file-system.ts';
import { lockDirectory } from '../store/lock-directory.ts';
import { openStateStore } from '../store/open-state-store.ts';
import { BundlePass } from './bundle-pass.ts';
import { checkCheckpoints } from './check-checkpoints.ts';
import { type Finding, Findings } from './findings.ts';
import { recordedBlocks } from './recorded-blocks.ts';
import { replay } from './replay.ts';
import { SignatureCheck } from './signature-check.ts';

export interface FsckOptions {
  readonly directory: string;
  readonly genesis: Genesis;
  readonly logKeys: readonly Vkey[];
  readonly witnesses: readonly Vkey[];
  /** Hashes, checksums and checkpoints only: no signatures of transactions, nothing decided again. */
  readonly hashesOnly?: boolean;
  readonly contracts: ContractRunner;
  /** That check signatures; as many as there are processors when left out. */
  readonly threads?: number;
  readonly fileSystem?: FileSystem;
  /** Takes the text of each sidecar of an accepted transaction, in the log's order; undefined for one that was erased. */
  readonly onSidecar?: (index: number, text: string | undefined) => void;
}

export interface FsckReport {
  readonly ok: boolean;
  readonly findings: readonly Finding[];
  /** All there were; the list is cut at a hundred. */
  readonly count: number;
  readonly records: number;
  readonly blocks: number;
  readonly checkpoints: number;
  readonly signatures: number;
  /** Entries that could not be decided again, because their sidecar was lawfully erased. */
  readonly undecided: number;
}

/** Derives every hash, signature, outcome and root again from the files of a node that does not run. */
export async function fsck(options: FsckOptions): Promise<FsckReport> {
  const fileSystem = options.fileSystem ?? diskFileSystem;
  const lock = await lockDirectory(options.directory, fileSystem);
  try {
    return await check(options, fileSystem);
  } finally {
    await lock.release();
  }
}

async function check(options: FsckOptions, fileSystem: FileSystem): Promise<FsckReport> {
  const findings = new Findings();
  const report = { records: 0, blocks: 0, checkpoints: 0, signatures: 0, undecided: 0 };
  try {
    await checkDiskFormatIfThere(options.directory, fileSystem);
    const log = await openLogStore({ directory: join(options.directory, layout.log), fileSystem });
    try {
      report.records = log.size();
      const directory = join(options.directory, layout.log);
      const pass = new BundlePass({ log, directory, fileSystem, findings, onSidecar: options.onSidecar });
      if (options.hashesOnly !== true) Object.assign(report, await decideAgain(options, pass, findings));
      report.blocks = await pass.finish();
      report.checkpoints = await checkNotes(options, log, fileSystem, findings);
      await checkHead(options.directory, log, fileSystem, findings);
    } finally {
      await log.close();
    }
  } catch (error) {
    findings.addError(layout.log, error);
  }
  return { ok: findings.count === 0, findings: findings.list, count: findings.count, ...report };
}

async function checkNotes(options: FsckOptions, log: LogStore, fileSystem: FileSystem, findings: Findings) {
  const bytes = await fileSystem.readFile(join(options.directory, HISTORY_FILE));
  const trust = { origin: options.genesis.chain, logKeys: options.logKeys, witnesses: options.witnesses };
  return checkCheckpoints(Buffer.from(bytes ?? []).toString(), log, trust, findings);
}

/** The journal's records carry their own digest; the signed head must not be beyond what log and journal hold. */
async function checkHead(directory: string, log: LogStore, fileSystem: FileSystem, findings: Findings) {
  try {
    const { journal, note } = await openJournal({ directory: join(directory, layout.journal), fileSystem });
    if (note !== undefined) findings.add({ file: note.file, code: 'record-torn', facts: { offset: note.offset } });
    const isTailJournaled = journal.heights() !== undefined;
    await journal.close();
    const signedHead = await openSignedHead({ file: join(directory, layout.signedHead), fileSystem });
    const last = signedHead.last();
    await signedHead.close();
    if (last === undefined) return;
    if (last.size > log.size()) {
      if (!isTailJournaled) findings.add({ file: layout.signedHead, code: 'head-beyond-log', index: last.size });
    } else if (Buffer.compare(last.root, log.root(last.size)) !== 0) {
      findings.add({ file: layout.signedHead, code: 'head-differs', index: last.size });
    }
  } catch (error) {
    findings.addError(layout.journal, error);
  }
}

/** What breaks off here is found; the pass goes on to the end by itself. */
async function decideAgain(options: FsckOptions, pass: BundlePass, findings: Findings) {
  const scratch = await mkdtemp(join(tmpdir(), 'minglu-fsck-'));
  const signatures = new SignatureCheck(options.genesis.founder, options.threads ?? availableParallelism(), findings);
  const state = await openStateStore({ directory: scratch });
  const runtime = { genesis: options.genesis, contracts: options.contracts, hash: nativeHash };
  try {
    const { undecided } = await replay({
      ...{ state, runtime, findings },
      blocks: recordedBlocks(pass, signatures, findings),
    });
    return { signatures: signatures.checked, undecided };
  } catch (error) {
    findings.addError(layout.log, error);
    return { signatures: signatures.checked };
  } finally {
    await signatures.close();
    await state.close();
    await rm(scratch, { recursive: true, force: true });
  }
}

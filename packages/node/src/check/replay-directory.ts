import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ContractRunner, Genesis } from '@minglu/ledger';
import { nativeHash } from '../crypto/native-hash.ts';
import { toNodeError } from '../halt.ts';
import type { LogStore } from '../log-store/log-store.ts';
import { openLogStore } from '../log-store/open-log-store.ts';
import { blocksOfLog } from '../open/recover.ts';
import { layout } from '../open/stores.ts';
import { diskFileSystem } from '../store/disk-file-system.ts';
import { checkDiskFormatIfThere } from '../store/disk-format.ts';
import type { FileSystem } from '../store/file-system.ts';
import { lockDirectory } from '../store/lock-directory.ts';
import { openStateStore } from '../store/open-state-store.ts';
import { type Finding, Findings } from './findings.ts';
import type { RecordedBlock } from './recorded-blocks.ts';
import { type Replayed, replay } from './replay.ts';
import { type FindAttachment, scanAttachments } from './scan-attachments.ts';

export interface ReplayDirectoryOptions {
  readonly directory: string;
  readonly genesis: Genesis;
  readonly contracts: ContractRunner;
  readonly fileSystem?: FileSystem;
  readonly onBlock?: (height: number, size: number) => void;
}

export interface ReplayReport extends Replayed {
  readonly ok: boolean;
  readonly findings: readonly Finding[];
}

async function* recordedBlocksUnchecked(log: LogStore, findAttachment: FindAttachment): AsyncGenerator<RecordedBlock> {
  for await (const { block, head, entries } of blocksOfLog(log, findAttachment, { from: 0 })) {
    yield { block, first: head.size - entries.length, entries: entries.map(({ bytes }) => bytes) };
  }
}

/** Decides everything in a stopped node's log again, in a scratch state, and compares. Checks no signatures. */
export async function replayDirectory(options: ReplayDirectoryOptions): Promise<ReplayReport> {
  const fileSystem = options.fileSystem ?? diskFileSystem;
  const lock = await lockDirectory(options.directory, fileSystem).catch((error: unknown) => {
    throw toNodeError(error);
  });
  const directory = join(options.directory, layout.log);
  const scratch = await mkdtemp(join(tmpdir(), 'minglu-replay-'));
  const findings = new Findings();
  try {
    await checkDiskFormatIfThere(options.directory, fileSystem);
    const log = await openLogStore({ directory, fileSystem });
    const state = await openStateStore({ directory: scratch });
    try {
      const findAttachment = await scanAttachments(directory, fileSystem);
      const runtime = { genesis: options.genesis, contracts: options.contracts, hash: nativeHash };
      const onBlock = options.onBlock === undefined ? {} : { onBlock: options.onBlock };
      const blocks = recordedBlocksUnchecked(log, findAttachment);
      const replayed = await replay({ blocks, state, runtime, findings, ...onBlock });
      return { ...replayed, ok: findings.count === 0, findings: findings.list };
    } finally {
      await state.close();
      await log.close();
    }
  } catch (error) {
    throw toNodeError(error);
  } finally {
    await rm(scratch, { recursive: true, force: true });
    await lock.release();
  }
}

import { checkCheckpoint, type Vkey } from '@minglu/protocol';
import { HISTORY_FILE } from '../checkpoints/checkpoint-history.ts';
import { checkSignatureNative } from '../crypto/native-signature.ts';
import type { LogStore } from '../log-store/log-store.ts';
import type { Findings } from './findings.ts';

/** Whose lines are expected under this log's checkpoints. */
export interface CheckpointTrust {
  readonly origin: string;
  readonly logKeys: readonly Vkey[];
  readonly witnesses: readonly Vkey[];
}

/** Every recorded checkpoint must be signed by the log and be the root of what the entries make; answers how many. */
export async function checkCheckpoints(
  text: string,
  log: LogStore,
  trust: CheckpointTrust,
  findings: Findings,
): Promise<number> {
  const lines = text.split('\n');
  if (lines.pop() !== '') findings.add({ file: HISTORY_FILE, code: 'line-torn', line: lines.length + 1 });
  for (const [at, line] of lines.entries()) {
    try {
      await checkNote(JSON.parse(line) as string, { log, trust, findings, line: at + 1 });
    } catch (error) {
      if (error instanceof SyntaxError) findings.add({ file: HISTORY_FILE, code: 'json-malformed', line: at + 1 });
      else findings.addError(HISTORY_FILE, error, { line: at + 1 });
    }
  }
  return lines.length;
}

interface NotePlace {
  readonly log: LogStore;
  readonly trust: CheckpointTrust;
  readonly findings: Findings;
  readonly line: number;
}

async function checkNote(note: unknown, { log, trust, findings, line }: NotePlace): Promise<void> {
  const add = (code: string) => findings.add({ file: HISTORY_FILE, code, line });
  if (typeof note !== 'string') return add('json-malformed');
  const { checkpoint, logLine, logLines, witnesses } = await checkCheckpoint(note, trust, checkSignatureNative);
  if (!logLine) return add('checkpoint-not-signed');
  // A line of nobody we know, under a checkpoint that only our own program records, was changed.
  if (checkpoint.note.signatures.length !== witnesses.length + logLines) add('checkpoint-line-unknown');
  if (checkpoint.size > log.size()) return add('checkpoint-beyond-log');
  if (Buffer.compare(checkpoint.root, log.root(checkpoint.size)) !== 0) add('checkpoint-root-differs');
}

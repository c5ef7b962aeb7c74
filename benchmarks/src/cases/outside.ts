import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { formatVkey, parseCheckpoint, parseVkey, vkeyOf } from '@minglu/protocol';
import { SubmissionFiles } from '../load/submission-files.ts';
import { benchSigner, CHAIN } from '../platform/bench-identity.ts';
import { BenchProcess } from '../platform/bench-process.ts';
import { startOutsideWitness } from '../platform/outside-witness.ts';
import { figure, type Row } from '../report/row.ts';

const run = promisify(execFile);
const RECORDS = 1_000;

export interface OutsidePrograms {
  /** `tessera/cmd/fsck`, which reads the log through its static files. */
  readonly fsck: string | undefined;
  /** `torchwood/cmd/litewitness`, which cosigns it. */
  readonly litewitness: string | undefined;
}

/** Two programs not written here read and witness a live log: what the public formats are for. */
export async function outside({ fsck, litewitness }: OutsidePrograms): Promise<Row[]> {
  if (fsck === undefined || litewitness === undefined) {
    return [figure('outside programs (give --fsck=PATH and --litewitness=PATH)', 'skipped', '')];
  }
  const directory = mkdtempSync(join(tmpdir(), 'minglu-outside-'));
  const logKey = formatVkey(vkeyOf(CHAIN, 'log', benchSigner('Ed25519', 'log').publicKey));
  const witness = await startOutsideWitness(litewitness, directory, logKey);
  const { name, vkey, url } = witness;
  const platform = await BenchProcess.start(directory, [], [{ name, vkey, url }]);
  try {
    const path = await new SubmissionFiles(directory).write(RECORDS);
    await platform.ask({ kind: 'submit', path, inFlight: 100 }, 'submitted');
    await new Promise((resolve) => setTimeout(resolve, 3000));
    return [await witnessRow(platform, vkey), await readerRow({ fsck, directory, platform, logKey })];
  } finally {
    await platform.close();
    witness.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Its line must stand under the published checkpoint, and the node must say that it cosigned. */
async function witnessRow(platform: BenchProcess, vkey: string): Promise<Row> {
  const { name } = parseVkey(vkey);
  const { size, note } = parseCheckpoint(await (await fetch(`${platform.url}/checkpoint`)).text());
  const line = note.signatures.some((signature) => signature.name === name);
  const { status } = await platform.ask({ kind: 'status' }, 'status');
  const cosigned = status.witnesses.find((one) => one.name === name)?.lastCosignedSize ?? 0;
  return {
    name: 'litewitness cosigns',
    value: cosigned,
    unit: `entries of ${size}`,
    bar: String(size),
    holds: line && cosigned === size,
  };
}

interface Reader {
  readonly fsck: string;
  readonly directory: string;
  readonly platform: BenchProcess;
  readonly logKey: string;
}

async function readerRow({ fsck, directory, platform, logKey }: Reader): Promise<Row> {
  const keyPath = join(directory, 'log.vkey');
  writeFileSync(keyPath, `${logKey}\n`);
  const args = [`--storage_url=${platform.url}/`, `--public_key=${keyPath}`, '--ui=false', '--logtostderr'];
  const result = await run(fsck, args).then(
    ({ stderr }) => ({ passed: true, said: stderr }),
    (error: { stderr?: string }) => ({ passed: false, said: error.stderr ?? String(error) }),
  );
  const last = result.said.trim().split('\n').at(-1) ?? '';
  return {
    name: 'tessera fsck reads the whole log',
    value: last.replace(/^.*\] /, ''),
    unit: '',
    bar: 'exit 0',
    holds: result.passed,
  };
}

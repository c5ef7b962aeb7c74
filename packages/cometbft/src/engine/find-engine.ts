import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { EngineError } from '../engine-error.ts';

/** The version this ledger is tested with, and how to get it. */
export const ENGINE_VERSION = '0.38.25';
export const ENGINE_MODULE = `github.com/cometbft/cometbft/cmd/cometbft@v${ENGINE_VERSION}`;

const NAME = 'cometbft';
const TIMEOUT_MS = 10_000;

/**
 * The engine's file: the one that `MINGLU_COMETBFT` names, else one in `folders` or on `PATH`; undefined when there is none. Throws
 * `engine-version` for another version than the pinned one.
 */
export async function findEngine(
  environment: Readonly<Record<string, string | undefined>>,
  folders: readonly string[] = [],
): Promise<string | undefined> {
  const named = environment.MINGLU_COMETBFT;
  const home = environment.HOME ?? '';
  const usual = [join(home, '.cache', 'minglu', 'bin'), join(home, 'go', 'bin')];
  const path = (environment.PATH ?? '').split(delimiter).filter(Boolean);
  const candidates =
    named === undefined ? [...folders, ...usual, ...path].map((folder) => join(folder, NAME)) : [named];
  for (const candidate of candidates) {
    if (!(await isExecutable(candidate))) continue;
    await checkVersion(candidate);
    return candidate;
  }
  if (named !== undefined) throw new EngineError('engine-not-found', { file: named });
  return undefined;
}

async function isExecutable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}

async function checkVersion(file: string): Promise<void> {
  const { stdout } = await promisify(execFile)(file, ['version'], { timeout: TIMEOUT_MS, env: {} }).catch(
    (error: unknown) => {
      throw new EngineError('engine-version', { file, wanted: ENGINE_VERSION }, error);
    },
  );
  const found = stdout.trim().split('+')[0] ?? '';
  if (found !== ENGINE_VERSION) throw new EngineError('engine-version', { file, wanted: ENGINE_VERSION });
}

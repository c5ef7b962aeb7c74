import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeVersion } from '../report/code-version.ts';
import type { CampaignOptions } from './campaign.ts';

/**
 * A folder that all slices of a run find the same in, byte for byte: whichever comes first makes it and leaves it among the
 * machine's temporary files, and all only read it. Keys and signatures are random: made twice, a thing is not the same.
 * A run in one slice makes it in `directory`.
 */
export async function sharedGround(
  name: string,
  { seed, slices }: Pick<CampaignOptions, 'seed' | 'slices'>,
  directory: string,
  make: (folder: string) => Promise<void>,
): Promise<string> {
  if (slices === 1) {
    const own = join(directory, name);
    mkdirSync(own);
    await make(own);
    return own;
  }
  const kept = join(tmpdir(), `minglu-${name}-${seed}-${codeVersion().sources.slice(0, 16)}`);
  if (existsSync(kept)) return kept;
  const fresh = mkdtempSync(`${kept}-`);
  try {
    await make(fresh);
    renameSync(fresh, kept);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    // Another slice was first: a folder is not renamed onto one with something in it.
    if (!existsSync(kept)) throw error;
  }
  return kept;
}

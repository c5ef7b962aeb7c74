import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SubmissionFiles } from '../load/submission-files.ts';
import type { Row } from '../report/row.ts';

/** What the command line asked of a campaign. Slices of one seed add up to the whole. */
export interface CampaignOptions {
  readonly seed: number;
  /** This slice (0-based) of so many. */
  readonly slice: number;
  readonly slices: number;
  /** Shortens a campaign for a trial: the share of its full length, 1 for all. */
  readonly share: number;
}

export type Campaign = (options: CampaignOptions) => Promise<Row[]>;

/** The unit of a figure that is the same in every slice and is no part of a sum. */
export const IN_ALL = 'in all';

export interface CampaignGround {
  readonly directory: string;
  readonly path: string;
}

/** A folder of its own with `count` prepared submissions, removed afterwards. */
export async function withGround<T>(count: number, work: (ground: CampaignGround) => Promise<T>): Promise<T> {
  const directory = mkdtempSync(join(tmpdir(), 'minglu-faults-'));
  try {
    return await work({ directory, path: await new SubmissionFiles(directory).write(count) });
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** A row that counts, exactly. */
export function count(name: string, value: number, unit: '' | typeof IN_ALL = ''): Row {
  return { name, value, unit };
}

/** A row that must be zero. */
export function zero(name: string, value: number, note?: string): Row {
  return { name, value, unit: '', bar: '0', holds: value === 0, ...(note === undefined ? {} : { note }) };
}

/** xorshift32: a campaign is the same every time it is given the same seed. */
export function randomOf(seed: number): (below: number) => number {
  let state = (seed * 2654435761 + 1) >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % below;
  };
}

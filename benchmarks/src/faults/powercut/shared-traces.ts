import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { SubmissionFiles } from '../../load/submission-files.ts';
import type { CampaignOptions } from '../campaign.ts';
import { sharedGround } from '../shared-ground.ts';
import type { DiskTrace } from './disk-trace.ts';
import { recordScenarios, SCENARIO_SUBMISSIONS } from './scenarios.ts';

const TRACES_FILE = 'traces';

export interface SharedTraces {
  /** By the scenario's name; its home is the folder of that name in `folder`. */
  readonly traces: ReadonlyMap<string, DiskTrace>;
  readonly folder: string;
  /** The file the submissions came from. */
  readonly path: string;
}

/** The same traces for all slices of a run: recorded twice, they differ in their bytes and now and then in their order. */
export async function sharedTraces(
  directory: string,
  run: Pick<CampaignOptions, 'seed' | 'slices'>,
): Promise<SharedTraces> {
  const folder = await sharedGround('powercut', run, directory, async (fresh) => {
    const path = await new SubmissionFiles(fresh).write(SCENARIO_SUBMISSIONS);
    writeFileSync(join(fresh, TRACES_FILE), serialize(await recordScenarios(fresh, path)));
  });
  const traces = deserialize(readFileSync(join(folder, TRACES_FILE))) as Map<string, DiskTrace>;
  return { traces, folder, path: join(folder, 'submissions-1.jsonl') };
}

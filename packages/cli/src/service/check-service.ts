import { checkFolder, type Finding, readServiceFolder, type ServiceFolder } from '@minglu/city';
import { type BuiltContract, buildContract } from './build-contract.ts';
import { checkContract } from './check-contract.ts';
import { playStory } from './play-story.ts';
import { readFolder } from './read-folder.ts';

export interface CheckedService {
  readonly findings: readonly Finding[];
  /** Both there when nothing is wrong. */
  readonly folder: ServiceFolder | undefined;
  readonly contract: BuiltContract | undefined;
}

/** Everything that can be said of a service's folder without a network; each part only when the one before it holds. */
export async function checkService(directory: string): Promise<CheckedService> {
  const { folder, findings: shape } = readServiceFolder(await readFolder(directory));
  const { built, findings: building } = await buildContract(directory);
  if (folder === undefined || built === undefined)
    return { findings: [...shape, ...building], folder, contract: built };
  const said = [...checkFolder(folder), ...checkContract(folder, built)];
  const played = said.length > 0 ? [] : await playStory(folder, built);
  return { findings: [...said, ...played], folder, contract: built };
}

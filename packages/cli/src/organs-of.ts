import type { JsonObject } from '@minglu/protocol';
import { UsageError } from './arguments.ts';
import { listOf, textOf } from './read-configuration.ts';

/** One organisation of a department's process. */
export interface Organ {
  /** Under the process's folder; empty for the only one. */
  readonly folder: string;
  readonly configuration: JsonObject;
}

/** The organisations that a `config.json` starts, one or several. */
export function organsOf(configuration: JsonObject): readonly Organ[] {
  if (configuration.organs === undefined) return [{ folder: '', configuration }];
  return listOf(configuration, 'organs').map((organ) => {
    const folder = textOf(organ, 'id');
    // It becomes a folder: nothing that leads out of this one.
    if (!/^[a-z][a-z0-9-]{1,62}$/.test(folder)) throw new UsageError('config.json: organs.id');
    return { folder, configuration: organ };
  });
}

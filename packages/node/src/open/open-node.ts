import { isStateDamage, toNodeError } from '../halt.ts';
import type { LedgerNode } from '../ledger-node.ts';
import { NodeError } from '../node-error.ts';
import type { NodeOptions } from '../node-options.ts';
import { diskFileSystem } from '../store/disk-file-system.ts';
import type { FileSystem } from '../store/file-system.ts';
import { openNodeOn } from './open-node-on.ts';
import { markStateDamaged, openStores, type Stores } from './stores.ts';

/**
 * Opens a chain's directory, or founds the chain in an empty one, and goes on with it. A second process on the same
 * directory is refused. Throws a `NodeError`.
 */
export async function openNode(options: NodeOptions): Promise<LedgerNode> {
  const fileSystem = options.fileSystem ?? diskFileSystem;
  try {
    return await openNodeOn(await codedStores(options, fileSystem), options, fileSystem);
  } catch (error) {
    if (!(error instanceof NodeError) || !isStateDamage(error)) throw error;
    await markStateDamaged(options.directory);
    return openNodeOn(await codedStores(options, fileSystem), options, fileSystem);
  }
}

async function codedStores({ directory, limits }: NodeOptions, fileSystem: FileSystem): Promise<Stores> {
  try {
    return await openStores(directory, fileSystem, limits);
  } catch (error) {
    throw toNodeError(error);
  }
}

import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type ClusterPlan, memberFolder, memberOrdering } from '@minglu/cometbft';
import { diskFileSystem, nativeSigner, openNode } from '@minglu/node';
import { parseGenesis } from '../platform/genesis-file.ts';
import { shippedContracts } from '../platform/shipped-contracts.ts';
import { systemClock } from '../platform/system-clock.ts';
import { keepServices } from '../services/city-services.ts';
import { openCityKeys } from '../setup/city-keys.ts';
import { readFounding, viewOf } from './city-cluster.ts';

/**
 * A member of a cluster in a process of its own, with nothing but its node and its engine: `member-main.ts <cluster> <which> <engine>`. Says
 * over IPC every second where it stands. Ends with 70 when its node halts: whoever started it starts the pair again.
 */
const [directory = '', which = '', binary = ''] = process.argv.slice(2);
const at = Number(which);
const SOFTWARE_FAILURE = 70;
const LOOK_MS = 1_000;

const city = dirname(directory);
const plan = JSON.parse(await readFile(join(directory, 'cluster.json'), 'utf8')) as ClusterPlan;
const folder = memberFolder(directory, at);
const keys = await openCityKeys(folder, (length) => randomBytes(length));
const founding = await readFounding(directory);
const { engine: _, ...member } = memberOrdering({ directory, plan, at, binary, fileSystem: diskFileSystem });
const node = await openNode({
  directory: join(folder, 'ledger'),
  genesis: parseGenesis(await readFile(join(city, 'genesis.json'), 'utf8')),
  genesisTransactions: founding.map((jws) => ({ jws })),
  signer: nativeSigner('Ed25519', keys.log),
  clock: systemClock(() => Date.now()),
  contracts: shippedContracts(undefined, await keepServices(city, [])),
  witnesses: [],
  verifyThreads: 1,
  ...member,
});

const look = setInterval(() => {
  const { state, height, root } = viewOf(node);
  if (state !== 'running' && state !== 'full') process.exit(SOFTWARE_FAILURE);
  process.send?.({ ready: { height: String(height), root } });
}, LOOK_MS);
const stop = async () => {
  clearInterval(look);
  await node.close();
  process.exit(0);
};
process.on('SIGTERM', () => void stop());
process.on('disconnect', () => void stop());
// A terminal's Ctrl-C reaches every process of the group; the parent says when.
process.on('SIGINT', () => {});

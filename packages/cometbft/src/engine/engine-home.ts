import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type EngineKey, engineKey, privateKeyJson, publicKeyJson } from './engine-keys.ts';

export interface EngineKeys {
  /** Signs votes. Two engines with one of these would be punished as a forger: it is never copied. */
  readonly validator: EngineKey;
  /** Names the node to its peers. */
  readonly node: EngineKey;
}

/** The keys of an engine's home; made when there are none. Only the owner can read them. */
export async function openEngineKeys(home: string): Promise<EngineKeys> {
  await mkdir(join(home, 'config'), { recursive: true, mode: 0o700 });
  await mkdir(join(home, 'data'), { recursive: true, mode: 0o700 });
  const file = join(home, 'config', 'priv_validator_key.json');
  const nodeFile = join(home, 'config', 'node_key.json');
  const validator = (await findKey(file)) ?? engineKey();
  const { address } = validator;
  await writeNew(file, { address, pub_key: publicKeyJson(validator), priv_key: privateKeyJson(validator) });
  const node = (await findKey(nodeFile)) ?? engineKey();
  await writeNew(nodeFile, { priv_key: privateKeyJson(node) });
  await writeNew(join(home, 'data', 'priv_validator_state.json'), { height: '0', round: 0, step: 0 });
  return { validator, node };
}

/** The settings may change at each start; the genesis is what it was when the engine began, and `make` is not asked again. */
export async function writeEngineHome(
  home: string,
  config: string,
  make: () => string | Promise<string>,
): Promise<void> {
  await writeFile(join(home, 'config', 'config.toml'), config, { mode: 0o600 });
  const file = join(home, 'config', 'genesis.json');
  const before = await readFile(file, 'utf8').catch(absent);
  if (before === undefined) await writeFile(file, await make(), { mode: 0o600, flag: 'wx' });
}

async function findKey(file: string): Promise<EngineKey | undefined> {
  const text = await readFile(file, 'utf8').catch(absent);
  if (text === undefined) return undefined;
  const { priv_key: key } = JSON.parse(text) as { priv_key: { value: string } };
  return engineKey(Buffer.from(key.value, 'base64').subarray(0, 32));
}

async function writeNew(file: string, value: object): Promise<void> {
  await writeFile(file, `${JSON.stringify(value)}\n`, { mode: 0o600, flag: 'wx' }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    },
  );
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
  return undefined;
}

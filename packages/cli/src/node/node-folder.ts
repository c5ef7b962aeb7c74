import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { nativeSigner } from '@minglu/node';
import { formatVkey, type Signer, vkeyOf } from '@minglu/protocol';
import { openSecret } from '../open-secret.ts';
import { readConfiguration } from '../read-configuration.ts';
import { type NodeConfiguration, parseNodeConfiguration } from './node-configuration.ts';

/** A node's folder, opened: its configuration, and keys that are made where there were none. */
export interface NodeFolder {
  readonly directory: string;
  readonly configuration: NodeConfiguration;
  readonly log: Signer;
  readonly recorder: Signer;
  readonly accountSecret: Uint8Array;
  /** What a monitoring system brings for the figures. */
  readonly metricsToken: string;
  /** vkey of the log, which witnesses and trust files name. */
  readonly logKey: string;
  /** Every secret by its file, for the rules of production. */
  readonly secrets: readonly { readonly file: string; readonly bytes: Uint8Array }[];
}

/** The names under `keys/`, each 32 bytes in base64url, mode 0600. */
const LOG = 'log';
const RECORDER = 'recorder';
const ACCOUNT = 'account';
const METRICS = 'metrics';

export async function openNodeFolder(
  directory: string,
  randomBytes: (length: number) => Uint8Array,
): Promise<NodeFolder> {
  const configuration = parseNodeConfiguration(await readConfiguration(directory));
  const keys = join(directory, 'keys');
  const secret = (name: string) => openSecret(keys, name, randomBytes);
  const [log, recorder, accountSecret] = [await secret(LOG), await secret(RECORDER), await secret(ACCOUNT)];
  const metricsToken = await readFile(join(keys, METRICS), 'utf8').catch(async () => {
    await secret(METRICS);
    return await readFile(join(keys, METRICS), 'utf8');
  });
  const signer = nativeSigner('Ed25519', log);
  return {
    directory,
    configuration,
    log: signer,
    recorder: nativeSigner('ES256', recorder),
    accountSecret,
    metricsToken: metricsToken.trim(),
    logKey: formatVkey(vkeyOf(configuration.chain, 'log', signer.publicKey)),
    secrets: [
      { file: `keys/${LOG}`, bytes: log },
      { file: `keys/${RECORDER}`, bytes: recorder },
      { file: `keys/${ACCOUNT}`, bytes: accountSecret },
    ],
  };
}

/** The folder of the keys, each file in it, and whatever else is a key: with its mode. */
export async function guardedFiles(
  directory: string,
  others: readonly string[],
): Promise<{ readonly file: string; readonly mode: number }[]> {
  const inKeys = await readdir(join(directory, 'keys')).catch(() => []);
  const files = ['keys', ...inKeys.map((name) => `keys/${name}`), ...others];
  const found = await Promise.all(
    files.map(async (file) => {
      const entry = await stat(join(directory, file)).catch(() => undefined);
      return entry === undefined ? [] : [{ file, mode: entry.mode }];
    }),
  );
  return found.flat();
}

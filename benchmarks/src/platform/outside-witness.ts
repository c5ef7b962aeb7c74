import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { base64Encode, emptyRoot, formatVkey, publicKeyFromBytes, vkeyOf } from '@minglu/protocol';
import { CHAIN } from './bench-identity.ts';

export interface OutsideWitness {
  readonly name: string;
  readonly vkey: string;
  readonly url: string;
  close(): void;
}

const NAME = 'witness.example/outside';
/** OpenSSH public key: two length-prefixed strings, the algorithm's name (4 + 11 bytes) and the key (4 + 32). */
const SSH_KEY_OFFSET = 19;

/** Runs litewitness (filippo.io/torchwood), a witness nobody here wrote, for the measured log, from its first record. */
export async function startOutsideWitness(program: string, directory: string, logKey: string): Promise<OutsideWitness> {
  const [keyPath, socket, database] = ['outside-key', 'agent.sock', 'outside.db'].map((name) =>
    join(directory, name),
  ) as [string, string, string];
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', keyPath]);
  const agent = spawn('ssh-agent', ['-D', '-a', socket], { stdio: 'ignore' });
  await pause(500);
  execFileSync('ssh-add', ['-q', keyPath], { env: { ...process.env, SSH_AUTH_SOCK: socket }, stdio: 'ignore' });
  introduce(database, logKey);
  const port = await freePort();
  const fingerprint = execFileSync('ssh-keygen', ['-lf', keyPath], { encoding: 'utf8' }).split(' ')[1] ?? '';
  const args = [
    '-db',
    database,
    '-ssh-agent',
    socket,
    '-key',
    fingerprint,
    '-name',
    NAME,
    '-listen',
    `127.0.0.1:${port}`,
  ];
  const child: ChildProcess = spawn(program, args, { stdio: 'ignore' });
  await pause(1000);
  const blob = Buffer.from(readFileSync(`${keyPath}.pub`, 'utf8').split(' ')[1] ?? '', 'base64');
  const publicKey = publicKeyFromBytes('Ed25519', blob.subarray(SSH_KEY_OFFSET));
  const close = (): void => {
    child.kill('SIGTERM');
    agent.kill('SIGTERM');
  };
  return { name: NAME, vkey: formatVkey(vkeyOf(NAME, 'witness', publicKey)), url: `http://127.0.0.1:${port}`, close };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Its own tool for this needs a module the proxy does not serve; the rows are the two that tool would write. */
function introduce(path: string, logKey: string): void {
  const database = new DatabaseSync(path);
  database.exec(`CREATE TABLE IF NOT EXISTS log (origin TEXT PRIMARY KEY, tree_size INTEGER NOT NULL, tree_hash TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS key (origin TEXT NOT NULL, key TEXT NOT NULL, FOREIGN KEY(origin) REFERENCES log(origin));`);
  database.prepare('INSERT INTO log VALUES (?, 0, ?)').run(CHAIN, base64Encode(emptyRoot()));
  database.prepare('INSERT INTO key VALUES (?, ?)').run(CHAIN, logKey);
  database.close();
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Run first inside: a loopback, and nothing at all where the working copy was. */
const PREPARE = 'ip link set lo up && mount -t tmpfs -o size=1m none "$1" && shift && exec "$@"';
const TOOLS = ['unshare', 'ip', 'mount'];

/**
 * Why this system has no network namespace for us, or undefined when it has. In a container the right to make one may be
 * taken away; then what follows cannot be tried here, and must be seen not to have been.
 */
export function namespaceRefusal(path: string): string | undefined {
  if (process.platform !== 'linux') return `no network namespaces on ${process.platform}`;
  const absent = TOOLS.find((tool) => !path.split(delimiter).some((folder) => existsSync(join(folder, tool))));
  if (absent !== undefined) return `no "${absent}" on this machine`;
  try {
    execFileSync('unshare', ['-rnm', 'sh', '-c', PREPARE, 'sh', '/mnt', 'true'], { stdio: 'pipe' });
    return undefined;
  } catch (error) {
    return `namespaces refused: ${String((error as { stderr?: unknown }).stderr ?? error).trim()}`;
  }
}

/**
 * The command line that runs a program with a loopback of its own and no other network, with the working copy hidden, and with
 * nothing but what is named in its environment.
 */
export function inEmptyNamespace(hidden: string, env: Readonly<Record<string, string>>, command: readonly string[]) {
  const settings = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  const args = ['-rnm', 'sh', '-c', PREPARE, 'sh', hidden, 'env', '-i', ...settings, ...command];
  return { program: 'unshare', args };
}

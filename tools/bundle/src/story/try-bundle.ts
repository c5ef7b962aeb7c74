import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inEmptyNamespace } from './namespace.ts';
import type { StoryReport } from './story-report.ts';

/** What the launcher itself asks of a machine, and nothing else: no Node, no npm. */
const COMMANDS = ['sh', 'readlink'];
const STORY_TIMEOUT_MS = 240_000;

export interface TriedBundle {
  readonly report: StoryReport;
  /** The unpacked folder, for whoever wants to look further. */
  readonly unpacked: string;
  /** What lies in the home folder afterwards. */
  readonly home: readonly string[];
}

/** Unpacks an archive twice and plays the story on it: empty network, empty home, a path with two commands, no working copy. */
export async function tryBundle(archive: string, root: string, scratch: string): Promise<TriedBundle> {
  const place = (name: string) => {
    mkdirSync(join(scratch, name));
    return join(scratch, name);
  };
  const [home, bin, story] = [place('home'), place('bin'), place('story')];
  // People unpack where they like: spaces and Chinese in the path must not matter.
  const unpacked = unpack(archive, place('政务 内网'));
  const beside = unpack(archive, place('beside'));
  for (const command of COMMANDS) symlinkSync(whereIs(command), join(bin, command));
  cpSync(import.meta.dirname, story, { recursive: true });
  writeFileSync(join(story, 'package.json'), '{"type":"module"}\n');
  const node = [join(unpacked, 'runtime', 'node'), '--disable-warning=ExperimentalWarning'];
  const command = [...node, join(story, 'story-process.ts'), unpacked, beside];
  const { program, args } = inEmptyNamespace(root, { HOME: home, PATH: bin }, command);
  const { stdout } = await promisify(execFile)(program, args, { timeout: STORY_TIMEOUT_MS, cwd: scratch });
  return { report: JSON.parse(stdout) as StoryReport, unpacked, home: readdirSync(home) };
}

/** With the system's own `tar`, as the guide says. Answers the one folder that came out. */
export function unpack(archive: string, into: string): string {
  execFileSync('tar', ['xzf', archive, '-C', into], { stdio: 'pipe' });
  return join(into, readdirSync(into)[0] ?? '');
}

const whereIs = (command: string): string =>
  execFileSync('sh', ['-c', 'command -v "$1"', 'sh', command], { encoding: 'utf8' }).trim();

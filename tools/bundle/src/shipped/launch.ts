import { writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { nodeFlags } from '../../../bootstrap/node-flags.mjs';
import { checkFolder } from './check-folder.ts';
import { cityWithoutHistory, playYear } from './play-year.ts';

// What `./minglu` of the archive runs. `check` is answered here, with nothing of the product loaded; anything else becomes
// the product's own process, in place of this one: signals and exit codes are the city's, and no second Node stays behind.
const home = resolve(import.meta.dirname, '..', '..', '..', '..');
const args = process.argv.slice(2);
const [first = 'start'] = args;

const HELP = `  ./minglu [--empty] [--host] [--port N]
      启动；数据在旁边的 data 里 starts; the data lies beside, in data
  ./minglu check
      把每个文件与 MANIFEST.sha256 对照 compares every file with MANIFEST.sha256
`;

if (first === 'check') process.exitCode = check();
else await becomeProduct();

async function becomeProduct(): Promise<void> {
  if (first === 'help' || first === '--help') writeSync(process.stdout.fd, HELP);
  const asked = productArgs();
  const unplayed = cityWithoutHistory(asked);
  if (unplayed !== undefined && !(await playYear(home, unplayed))) return;
  const program = resolve(home, 'packages', 'cli', 'src', 'main.ts');
  // Threads look for kept code nowhere but in the environment, as in a working copy (`tools/bootstrap/run.mjs`).
  const env = { NODE_COMPILE_CACHE: resolve(home, '.cache', 'compile'), ...process.env };
  process.execve?.(process.execPath, [process.execPath, ...nodeFlags(), program, ...asked], env);
  throw new Error('this Node cannot hand its process over');
}

/** Without a command the city starts. Its data lies beside the program unless a later `--directory` says otherwise. */
function productArgs(): string[] {
  const asks = args.filter((arg, at) => at > 0 || arg !== 'start');
  const starts = first === 'start' || (first.startsWith('--') && first !== '--help');
  return starts ? ['start', '--directory', resolve(home, 'data'), ...asks] : args;
}

function check(): number {
  const { files, listHash, faults } = checkFolder(home);
  const words = { changed: '被改动', missing: '缺少', added: '多出', 'list-damaged': '清单损坏' };
  for (const { path, fault } of faults) process.stdout.write(`✗ ${words[fault]} ${fault}: ${path}\n`);
  if (faults.length === 0) process.stdout.write(`✓ ${files} 个文件与清单一致 files are as listed\n`);
  process.stdout.write(`  清单 MANIFEST.sha256: ${listHash}\n  请与公布的值核对 compare it with the published one\n`);
  return faults.length === 0 ? 0 : 1;
}

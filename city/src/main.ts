import { randomBytes } from 'node:crypto';
import { enableCompileCache } from 'node:module';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

// What `npm start` runs. With the command line's own main, the only file that touches the process.
const stopped = new Promise<void>((done) => {
  process.once('SIGINT', () => done());
  process.once('SIGTERM', () => done());
});
const root = resolve(import.meta.dirname, '..', '..');
// Compiled code is kept between starts, the children's too.
enableCompileCache(resolve(root, '.cache', 'compile'));
const { startHere } = await import('./start-here.ts');
const print = (line: string) => void process.stdout.write(`${line}\n`);

try {
  const { values } = parseArgs({
    options: {
      empty: { type: 'boolean', default: false },
      host: { type: 'boolean', default: false },
      directory: { type: 'string', default: resolve(root, '.city') },
      port: { type: 'string', default: '7460' },
      service: { type: 'string', multiple: true, default: [] },
    },
  });
  const { empty, host: lan, directory, port } = values;
  const services = values.service.map((path) => resolve(path));
  const power = {
    env: process.env,
    pid: process.pid,
    clock: () => Date.now(),
    randomBytes: (length: number) => randomBytes(length),
    print,
    stopped,
  };
  await startHere({ directory: resolve(directory), firstPort: Number(port), empty, lan, root, services }, power);
  process.exit(0);
} catch (error) {
  const { code, facts } = error as { code?: unknown; facts?: unknown };
  process.stderr.write(typeof code === 'string' ? `${code} ${JSON.stringify(facts ?? {})}\n` : `${String(error)}\n`);
  process.exit(1);
}

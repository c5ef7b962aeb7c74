import { readFileSync } from 'node:fs';
import type { Founding } from './engine-town.ts';
import { openEngineTown } from './engine-town.ts';

/**
 * The pair in a process of its own, to be killed: `engine-child.ts <folder> <binary> <submissions.json> <crash point> <occurrence>`. Writes
 * `pid <engine>` and then `id index` for each receipt, before anything else happens. Ends with 70 when its node halts.
 */
const [folder = '', binary = '', file = '', point = '0', occurrence = '1'] = process.argv.slice(2);
const { founding, submissions } = JSON.parse(readFileSync(file, 'utf8')) as {
  founding: Founding;
  submissions: Founding;
};

const crash = point === '0' ? {} : { crashAt: Number(point), crashOccurrence: Number(occurrence) };
const { node, engine } = await openEngineTown(folder, binary, founding, crash);
const watch = setInterval(() => {
  if (engine.pid !== undefined) process.stdout.write(`pid ${engine.pid}\n`);
  if (node.status().state === 'halted') process.exit(70);
}, 20);

for (let at = 0; at < submissions.length; at += 3) {
  const some = submissions.slice(at, at + 3);
  await Promise.all(
    some.map(async ({ jws, sidecar }) => {
      const { id, index } = await node.submit(jws, sidecar);
      process.stdout.write(`${id} ${index}\n`);
    }),
  ).catch(() => process.exit(70));
}
clearInterval(watch);
await node.close();
process.stdout.write('closed\n');

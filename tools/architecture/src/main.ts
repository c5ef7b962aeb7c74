import { readHouse } from './read-house.ts';
import { RULES } from './rules.ts';
import { statistics } from './statistics.ts';

const files = readHouse(process.cwd());
const violations = RULES.flatMap((rule) => rule(files));
for (const { rule, path, line, detail } of violations) {
  console.log(`${rule}: ${path}${line === undefined ? '' : `:${line}`}: ${detail}`);
}
console.log(statistics(files));
process.exitCode = violations.length === 0 ? 0 : 1;

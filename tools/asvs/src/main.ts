import { readFileSync, writeFileSync } from 'node:fs';
import { formatTable } from './format-table.ts';
import { readRequirements } from './read-requirements.ts';
import { readResults } from './removal-results.ts';

// Writes docs/asvs.md anew after a change of the requirements' file.
const root = new URL('../../../', import.meta.url);
const read = (name: string): string => readFileSync(new URL(`tools/asvs/${name}`, root), 'utf8');
writeFileSync(
  new URL('docs/asvs.md', root),
  formatTable(readRequirements(read('requirements.txt')), readResults(read('removal-results.txt'))),
);

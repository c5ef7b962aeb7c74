import { readFileSync, writeFileSync } from 'node:fs';
import { formatTable } from './format-table.ts';
import { readRequirements } from './read-requirements.ts';

// Writes docs/asvs.md anew after a change of the requirements' file.
const root = new URL('../../../', import.meta.url);
const text = readFileSync(new URL('tools/asvs/requirements.txt', root), 'utf8');
writeFileSync(new URL('docs/asvs.md', root), formatTable(readRequirements(text)));

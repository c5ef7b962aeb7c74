import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { CliError } from '../cli-error.ts';

const TEMPLATE = resolve(import.meta.dirname, 'template');
const PLACEHOLDER = /SERVICE-ID/g;

/** Writes a whole small service into an empty folder; gives the names of its files. */
export async function newService(id: string, directory: string): Promise<string[]> {
  const there = await readdir(directory).catch(() => []);
  if (there.length > 0) throw new CliError('directory-not-empty', { directory });
  const entries = await readdir(TEMPLATE, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(TEMPLATE.length + 1))
    .sort();
  for (const name of names) {
    const text = await readFile(join(TEMPLATE, name), 'utf8');
    const target = join(directory, name);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text.replaceAll(PLACEHOLDER, id));
  }
  return names;
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type FolderFile, type FolderTexts, folderFiles } from '@minglu/city';

/** The texts of a service's folder; what is not there is left out. */
export async function readFolder(directory: string): Promise<FolderTexts> {
  const texts: Partial<Record<FolderFile, string>> = {};
  for (const file of folderFiles) {
    const text = await findText(join(directory, file));
    if (text !== undefined) texts[file] = text;
  }
  return texts;
}

export async function findText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
}

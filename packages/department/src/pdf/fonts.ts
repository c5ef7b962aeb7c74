import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { woffToSfnt } from './woff-to-sfnt.ts';

/** TrueType files of one family, Latin and the common Chinese characters in each. */
export interface DocumentFonts {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}

let read: Promise<DocumentFonts> | undefined;

/** Noto Sans SC (OFL-1.1), from its package; read once, and unpacked here: the PDF writer's own unpacking takes seconds. */
export function documentFonts(): Promise<DocumentFonts> {
  read ??= readFonts();
  return read;
}

async function readFonts(): Promise<DocumentFonts> {
  const [regular, bold] = await Promise.all([readWeight(400), readWeight(700)]);
  return { regular, bold };
}

async function readWeight(weight: 400 | 700): Promise<Uint8Array> {
  const stylesheet = import.meta.resolve('@fontsource/noto-sans-sc');
  const file = new URL(`files/noto-sans-sc-chinese-simplified-${weight}-normal.woff`, stylesheet);
  return woffToSfnt(await readFile(fileURLToPath(file)));
}

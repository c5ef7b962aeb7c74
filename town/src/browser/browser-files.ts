import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { woffToSfnt } from '@minglu/department';
import { untar } from './untar.ts';

const unpack = promisify(brotliDecompress);
const CACHE = fileURLToPath(new URL('../../../.cache/browser/', import.meta.url));
const ARCHIVES = fileURLToPath(new URL('../../bin/', import.meta.resolve('@sparticuz/chromium')));
const FONTS = join(dirname(fileURLToPath(import.meta.resolve('@fontsource/noto-sans-sc'))), 'files');
const WEIGHTS = ['400', '700'];

/** Where the unpacked browser, its libraries and the font list are. */
export interface BrowserFiles {
  readonly executable: string;
  readonly libraries: string;
  readonly fontConfig: string;
}

/**
 * Unpacks the browser that comes inside the npm package, its own library archive and a Chinese font into the
 * repository's cache. The folder appears by one rename, so a killed run never leaves half a browser behind.
 */
export async function browserFiles(): Promise<BrowserFiles> {
  const home = join(CACHE, 'v1');
  if (!existsSync(home)) await unpackInto(home);
  return { executable: join(home, 'chromium'), libraries: join(home, 'lib'), fontConfig: join(home, 'fonts.conf') };
}

async function unpackInto(home: string): Promise<void> {
  await mkdir(CACHE, { recursive: true });
  const draft = await mkdtemp(join(CACHE, 'draft-'));
  await writeFile(join(draft, 'chromium'), await unpackFile('chromium.br'), { mode: 0o755 });
  await unpackLibraries(join(draft, 'lib'));
  await unpackFonts(join(draft, 'fonts'));
  await writeFile(join(draft, 'fonts.conf'), fontConfig(join(home, 'fonts'), join(home, 'font-cache')));
  try {
    await rename(draft, home);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  }
}

async function unpackFile(name: string): Promise<Buffer> {
  return unpack(await readFile(join(ARCHIVES, name)));
}

async function unpackLibraries(folder: string): Promise<void> {
  await mkdir(folder);
  for (const member of untar(await unpackFile('al2023.tar.br'))) {
    const path = join(folder, basename(member.name));
    if (member.linkTarget === undefined) await writeFile(path, member.bytes);
    else await symlink(basename(member.linkTarget), path);
  }
}

async function unpackFonts(folder: string): Promise<void> {
  await mkdir(folder);
  for (const name of await readdir(FONTS)) {
    if (!WEIGHTS.some((weight) => name.endsWith(`-${weight}-normal.woff`))) continue;
    await writeFile(join(folder, name.replace(/woff$/, 'ttf')), woffToSfnt(await readFile(join(FONTS, name))));
  }
}

function fontConfig(fonts: string, cache: string): string {
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>/usr/share/fonts</dir><dir>${fonts}</dir><cachedir>${cache}</cachedir>
<alias><family>sans-serif</family><prefer><family>Noto Sans SC</family></prefer></alias></fontconfig>`;
}

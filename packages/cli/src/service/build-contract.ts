import { createHash } from 'node:crypto';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Finding } from '@minglu/city';

export interface BuiltContract {
  /** One script that leaves a global `contract`: what is hashed, reviewed and run. */
  readonly text: string;
  /** SHA-256 of the text, hex. */
  readonly hash: string;
}

const SOURCE = 'contract.ts';

/**
 * Bundles `contract.ts` to one text. It takes nothing from anywhere but its own folder and `@minglu/service-kit`; nothing of
 * it is run here.
 */
export async function buildContract(
  directory: string,
): Promise<{ readonly built: BuiltContract | undefined; readonly findings: readonly Finding[] }> {
  const { build } = await import('esbuild');
  const kit = fileURLToPath(import.meta.resolve('@minglu/service-kit'));
  const result = await build({
    entryPoints: [join(directory, SOURCE)],
    absWorkingDir: directory,
    bundle: true,
    write: false,
    logLevel: 'silent',
    format: 'iife',
    globalName: 'contract',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    minifyWhitespace: true,
    // Names stay as they are written: the text is the identity, and short names are dealt out anew with every edit.
    minifySyntax: true,
    treeShaking: true,
    alias: { '@minglu/service-kit': kit },
    // A developer's folder may lie under any project: none of its settings may change the text.
    tsconfigRaw: {},
  }).catch(
    (error: { errors?: readonly { text: string; location?: { line: number; file: string } | null }[] }) => error,
  );
  if (!('outputFiles' in result) || result.outputFiles === undefined) {
    const errors = ('errors' in result ? result.errors : undefined) ?? [];
    return { built: undefined, findings: errors.map((error) => toFinding(directory, error)) };
  }
  const text = result.outputFiles[0]?.text ?? '';
  return { built: { text, hash: createHash('sha256').update(text, 'utf8').digest('hex') }, findings: [] };
}

function toFinding(
  directory: string,
  { text, location }: { readonly text: string; readonly location?: { line: number; file: string } | null },
): Finding {
  const file =
    location === null || location === undefined ? SOURCE : relative(directory, join(directory, location.file));
  const at = location === null || location === undefined ? '' : `line ${location.line}`;
  return { code: 'contract-not-built', file, at, facts: { reason: text } };
}

import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Plugin } from 'vite';

/**
 * Builds `verify.html`: one file, script and style inside, no request ever. Its own policy allows exactly the
 * script and the style it was built with and no connection, so not even a changed copy of our code could phone home.
 */
export function offlineVerifier(root: string): Plugin {
  return {
    name: 'minglu-offline-verifier',
    apply: 'build',
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'verify.html', source: await offlinePage(root) });
    },
  };
}

async function offlinePage(root: string): Promise<string> {
  const [style, script] = await Promise.all([
    bundle(join(root, 'src/offline/offline.css')),
    bundle(join(root, 'src/offline/offline.ts')),
  ]);
  const safeScript = script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
  const policy = `default-src 'none'; script-src '${digest(safeScript)}'; style-src '${digest(style)}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>明录离线查验 · Minglu offline verifier</title>
<style>${style}</style>
</head>
<body>
<main id="main"></main>
<script>${safeScript}</script>
</body>
</html>
`;
}

async function bundle(entry: string): Promise<string> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
  });
  return result.outputFiles[0]?.text ?? '';
}

function digest(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

import { type Browser, chromium } from 'playwright-core';
import { browserFiles } from './browser-files.ts';

/** A real Chromium, headless, from the npm package; Chinese text is drawn with the bundled font.
 * @param more arguments of the browser's own, as for a camera that is a file */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const files = await browserFiles();
  return chromium.launch({
    executablePath: files.executable,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none', ...more],
    env: { ...process.env, LD_LIBRARY_PATH: files.libraries, FONTCONFIG_FILE: files.fontConfig } as Record<
      string,
      string
    >,
  });
}

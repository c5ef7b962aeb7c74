import { type Browser, chromium } from 'playwright-core';
import { browserFiles } from './browser-files.ts';

/** A real Chromium, headless, from the npm package; Chinese text is drawn with the bundled font. */
export async function launchBrowser(): Promise<Browser> {
  const files = await browserFiles();
  return chromium.launch({
    executablePath: files.executable,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'],
    env: { ...process.env, LD_LIBRARY_PATH: files.libraries, FONTCONFIG_FILE: files.fontConfig } as Record<
      string,
      string
    >,
  });
}

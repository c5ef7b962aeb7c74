import { gzipSync } from 'node:zlib';
import type { launchBrowser } from '@minglu/town';

export interface FirstVisit {
  /** Largest Contentful Paint, from the start of the navigation. */
  readonly paintedMs: number;
  /** All script the page asked for, by `gzip` at its usual level. */
  readonly scriptBytes: number;
  /** Everything that came over the wire, as it was sent. */
  readonly sentBytes: number;
}

const CPU_SLOWDOWN = 4;
/** 1.6 Mbit/s and 150 ms there and back: the usual "slow 4G" of page audits. */
const NETWORK = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const SETTLE_MS = 3_000;

/** Opens the home page with an empty cache on a slow phone. */
export async function firstVisit(browser: Awaited<ReturnType<typeof launchBrowser>>, url: string): Promise<FirstVisit> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'zh-CN' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', NETWORK);
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  let sentBytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    sentBytes += encodedDataLength;
  });
  const scripts: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.push(response.body().then((body) => gzipSync(body).length));
  });
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForTimeout(SETTLE_MS);
  const paintedMs = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        });
      }),
  );
  const scriptBytes = (await Promise.all(scripts)).reduce((sum, bytes) => sum + bytes, 0);
  await context.close();
  return { paintedMs, scriptBytes, sentBytes };
}

import type { Browser } from 'playwright-core';
import { startTown } from '../start-town.ts';
import type { Town } from '../town.ts';
import type { TownOptions } from '../town-options.ts';
import { launchBrowser } from './browser.ts';
import { builtPortal } from './built-portal.ts';
import { Visit, type Width } from './visit.ts';

/** A town with the portal, and browsers in front of it. */
export interface PortalTown {
  readonly town: Town;
  visit(width: Width, language?: 'zh-CN' | 'en'): Promise<Visit>;
  /** Moves the clock of a town that stands still, and of every browser in front of it. */
  pass(ms: number): Promise<void>;
  close(): Promise<void>;
}

/** `clock` of the town is the machine's unless a story moves it, and then moves its browsers' too. */
export interface PortalTownOptions extends TownOptions {
  /** A video (Y4M) that the browsers' cameras see, over and over. It may change until the first camera is opened. */
  readonly camera?: string;
  /** Pages are visited under this name of the machine instead of its address in figures, as passkeys want it. */
  readonly host?: 'localhost';
}

function cameraOf(video: string): string[] {
  // Headless Chromium has nobody to ask for leave: with this it is given.
  const leave = '--use-fake-ui-for-media-stream';
  return [leave, '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${video}`];
}

export async function openPortalTown({ camera, host, ...options }: PortalTownOptions = {}): Promise<PortalTown> {
  const portalDirectory = await builtPortal();
  const settings: TownOptions = { clock: 'running', followMs: 250, ...options, portalDirectory };
  const [town, browser] = await Promise.all([
    startTown(settings),
    launchBrowser(camera === undefined ? [] : cameraOf(camera)),
  ]);
  return {
    town,
    ...visiting({ browser, town, isMoved: settings.clock === 'moved', url: urlOf(town, host) }),
    close: () => closeAll(browser, town),
  };
}

interface Place {
  readonly browser: Browser;
  readonly town: Town;
  readonly url: string;
  readonly isMoved: boolean;
}

function urlOf({ url }: Town, host: string | undefined): string {
  return host === undefined ? url : url.replace('127.0.0.1', host);
}

function visiting({ browser, town, url, isMoved }: Place): Pick<PortalTown, 'visit' | 'pass'> {
  const visits: Visit[] = [];
  return {
    visit: async (width, language = 'zh-CN') => {
      const visit = await Visit.start(browser, { url, width, language });
      visits.push(visit);
      if (isMoved) await visit.showTime(town.nowMs());
      return visit;
    },
    pass: async (ms) => {
      await town.advance(ms);
      for (const visit of visits) await visit.showTime(town.nowMs());
    },
  };
}

async function closeAll(browser: Browser, town: Town): Promise<void> {
  await browser.close();
  await town.close();
}

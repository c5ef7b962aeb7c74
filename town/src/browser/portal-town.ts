import { rm } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { startTown } from '../start-town.ts';
import type { Town } from '../town.ts';
import type { TownOptions } from '../town-options.ts';
import { launchBrowser } from './browser.ts';
import { buildPortal } from './build-portal.ts';
import { Visit, type Width } from './visit.ts';

/** A town with the portal, and browsers in front of it. */
export interface PortalTown {
  readonly town: Town;
  visit(width: Width, language?: 'zh-CN' | 'en'): Promise<Visit>;
  close(): Promise<void>;
}

export interface PortalTownOptions extends Pick<TownOptions, 'services' | 'messages'> {
  /** A video (Y4M) that the browsers' cameras see, over and over. It may change until the first camera is opened. */
  readonly camera?: string;
}

function cameraOf(video: string): string[] {
  // Headless Chromium has nobody to ask for leave: with this it is given.
  const leave = '--use-fake-ui-for-media-stream';
  return [leave, '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${video}`];
}

export async function openPortalTown({ camera, ...options }: PortalTownOptions = {}): Promise<PortalTown> {
  const portalDirectory = await buildPortal();
  const [town, browser] = await Promise.all([
    startTown({ ...options, clock: 'running', portalDirectory, followMs: 250 }),
    launchBrowser(camera === undefined ? [] : cameraOf(camera)),
  ]);
  return { town, ...visiting(browser, town.url), close: () => closeAll(browser, town, portalDirectory) };
}

function visiting(browser: Browser, url: string): Pick<PortalTown, 'visit'> {
  return { visit: (width, language = 'zh-CN') => Visit.start(browser, { url, width, language }) };
}

async function closeAll(browser: Browser, town: Town, portalDirectory: string): Promise<void> {
  await browser.close();
  await town.close();
  await rm(portalDirectory, { recursive: true, force: true });
}

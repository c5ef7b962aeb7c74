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

/** @param options of a town whose time a story moves; it runs with the machine's when nothing is said */
export async function openPortalTown(options: TownOptions = {}): Promise<PortalTown> {
  const portalDirectory = await buildPortal();
  const [town, browser] = await Promise.all([
    startTown({ clock: 'running', followMs: 250, ...options, portalDirectory }),
    launchBrowser(),
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

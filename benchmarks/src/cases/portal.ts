import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillForm, launchBrowser, send, shop, signInAs, Visit } from '@minglu/town';
import { applicantsAt } from '../load/applicants-at.ts';
import { type FirstVisit, firstVisit } from '../load/first-visit.ts';
import { CityProcess } from '../platform/city-process.ts';
import { median, quantile } from '../report/quantile.ts';
import { atMost, figure, type Row } from '../report/row.ts';

type Browser = Awaited<ReturnType<typeof launchBrowser>>;

const FIRST_PORT = 17_460;
const CITIZENS = 50;
const BROWSERS = 5;
const ROUNDS = 3;
const VISITS = 5;
const LICENCE_BAR_MS = 2_000;
const PAINT_BAR_MS = 2_500;
const SCRIPT_BAR_KB = 200;
const CHECK_PAGE = '/apply/individual-business/check';
const PATIENCE_MS = 60_000;
/** Chinese numerals make names that no rule of a trade name objects to. */
const NUMERALS = '零一二三四五六七八九';

/** What people at browsers wait for, with the city as it is started for them and everything on this one machine. */
export async function portal(): Promise<Row[]> {
  const directory = mkdtempSync(join(tmpdir(), 'minglu-portal-bench-'));
  const city = await CityProcess.start(directory, FIRST_PORT);
  const browser = await launchBrowser();
  try {
    return [...(await onASlowPhone(browser, city.url)), ...(await allAtOnce(browser, city.url))];
  } finally {
    await browser.close();
    await city.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function onASlowPhone(browser: Browser, url: string): Promise<Row[]> {
  const visits: FirstVisit[] = [];
  for (let visit = 0; visit < VISITS; visit += 1) visits.push(await firstVisit(browser, url));
  const of = (pick: (visit: FirstVisit) => number): number => median(visits.map(pick));
  return [
    atMost(
      'home page, slow phone: largest content painted',
      of(({ paintedMs }) => paintedMs),
      'ms',
      PAINT_BAR_MS,
    ),
    atMost('home page: script, gzip', of(({ scriptBytes }) => scriptBytes) / 1000, 'KB', SCRIPT_BAR_KB),
    figure('home page: everything, as sent', of(({ sentBytes }) => sentBytes) / 1000, 'KB'),
  ];
}

/**
 * Fifty people have filled in their forms and press the last button in the same instant: 秒批. Each has a device of
 * their own, and this machine is no fifty devices: `BROWSERS` of them are whole browsers, the others do in one process
 * what the page does (key, attestation, sealing, signature, submission). One form is filled in by hand;
 * those of the other browsers are its copies under other names, each in a profile of its own.
 */
async function allAtOnce(browser: Browser, url: string): Promise<Row[]> {
  const pages: number[] = [];
  const all: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const people = await atTheLastButton(browser, url, round);
    const others = await applicantsAt(url, CITIZENS - BROWSERS, (at) => nameOf(round, BROWSERS + at));
    const clicked = people.map(clickToLicence);
    const applied = others.map((apply) => apply());
    pages.push(...(await Promise.all(clicked)));
    all.push(...(await Promise.all([...clicked, ...applied])));
    for (const person of people) await person.close();
  }
  return [
    figure(`click to licence, ${CITIZENS} at once: p50`, quantile(all, 0.5), 'ms'),
    atMost(`click to licence, ${CITIZENS} at once: p95`, quantile(all, 0.95), 'ms', LICENCE_BAR_MS),
    atMost(`the same, the ${BROWSERS} whole browsers of them: p95`, quantile(pages, 0.95), 'ms', LICENCE_BAR_MS),
  ];
}

async function atTheLastButton(browser: Browser, url: string, round: number): Promise<Visit[]> {
  const first = await filledIn(browser, url, nameOf(round, 0));
  const storage = await storageOf(first);
  const people = [first];
  for (let at = 1; at < BROWSERS; at += 1)
    people.push(await copyOf(browser, url, storage.replaceAll(nameOf(round, 0), nameOf(round, at))));
  return people;
}

async function filledIn(browser: Browser, url: string, tradeName: string): Promise<Visit> {
  const visit = await Visit.start(browser, { url, width: 360 });
  await signInAs(visit, '王秀英');
  await fillForm(visit, { ...shop, tradeName });
  return visit;
}

function storageOf({ page }: Visit): Promise<string> {
  return page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
}

async function copyOf(browser: Browser, url: string, storage: string): Promise<Visit> {
  const visit = await Visit.start(browser, { url, width: 360 });
  await visit.page.addInitScript((text) => {
    const [local, session] = JSON.parse(text) as Record<string, string>[];
    for (const [name, value] of Object.entries(local ?? {})) localStorage.setItem(name, value);
    for (const [name, value] of Object.entries(session ?? {})) sessionStorage.setItem(name, value);
  }, storage);
  await visit.open(CHECK_PAGE);
  await visit.page.locator('main a.button').waitFor();
  return visit;
}

async function clickToLicence(visit: Visit): Promise<number> {
  const begun = performance.now();
  await send(visit);
  await visit.page.locator('.licence .mono').first().waitFor({ timeout: PATIENCE_MS });
  return performance.now() - begun;
}

function nameOf(round: number, person: number): string {
  return `同日茶馆${[round, ...String(person)].map((digit) => NUMERALS[Number(digit)]).join('')}`;
}

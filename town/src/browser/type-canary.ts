import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { CANARY } from './poison-answers.ts';
import { OPENERS, OPENING_BOXES } from './typing-places.ts';

const MESSAGES = new URL('../../../packages/portal/src/messages/zh-CN.json', import.meta.url);
const TEXT_FIELDS =
  'main input:not([type=radio]):not([type=checkbox]):not([type=file]):not([type=date]):not([type=month]):not([type=number]), main textarea';
/** Where the whole one is cut off it would be no tag any more. */
const SHORT_CANARY = '<b data-canary>';
/** No page has more to choose from; a page that made new choices for ever would hold the walk up. */
const MOST_CHOICES = 60;

let openers: readonly string[] | undefined;

/**
 * Opens what the page keeps closed and sends nothing, picks one choice after the other, and types the canary into each field
 * that stands there or comes up. Gives the ids of the fields.
 */
export async function typeCanary(page: Page): Promise<readonly string[]> {
  const typed = new Set<string>();
  await openForms(page);
  await fillNew(page, typed);
  const picked: string[] = [];
  while (picked.length < MOST_CHOICES) {
    const choice = await pickNext(page, picked);
    if (choice === undefined) break;
    picked.push(choice);
    await page.waitForTimeout(25);
    await fillNew(page, typed);
  }
  return [...typed];
}

/** In one field that a story's steps opened; the story goes on with what belongs there. */
export async function typeCanaryAt({ page }: { readonly page: Page }, selector: string): Promise<void> {
  const field = page.locator(selector);
  const canary = canaryFor(await field.evaluate((one: HTMLInputElement) => one.maxLength));
  await field.fill(canary);
  await field.blur();
  expect(await field.inputValue()).toBe(canary);
  expect(await page.locator('[data-canary]').count()).toBe(0);
}

async function openForms(page: Page): Promise<void> {
  openers ??= OPENERS.map(wordsOf);
  const opened = await page.locator('main').evaluateAll(
    (mains, { words, boxes }) => {
      let count = 0;
      const press = (element: HTMLElement) => {
        element.click();
        count += 1;
      };
      for (const main of mains) {
        for (const one of main.querySelectorAll<HTMLElement>('details:not([open]) > summary')) press(one);
        for (const one of main.querySelectorAll<HTMLElement>('button[aria-expanded=false]')) press(one);
        // A hostile server's words go on after ours.
        for (const one of main.querySelectorAll<HTMLElement>('button'))
          if (words.some((opener) => (one.textContent ?? '').trim().startsWith(opener))) press(one);
      }
      for (const box of document.querySelectorAll<HTMLInputElement>(boxes)) if (!box.checked) press(box);
      return count;
    },
    { words: openers, boxes: OPENING_BOXES },
  );
  // What opens may ask the server first.
  if (opened === 0) return;
  await page.waitForTimeout(300);
  await waitUntilShown(page);
}

/** Until nothing of the page says that it waits, or for as long as somebody would. */
export async function waitUntilShown(page: Page): Promise<void> {
  await page
    .locator('main .waiting')
    .first()
    .waitFor({ state: 'hidden', timeout: 1_500 })
    .catch(() => undefined);
}

/** Every visible field that was not typed into yet. */
async function fillNew(page: Page, typed: Set<string>): Promise<void> {
  const fields = await page
    .locator(TEXT_FIELDS)
    .evaluateAll((all) =>
      (all as HTMLInputElement[])
        .filter((field) => field.checkVisibility() && !field.disabled && !field.readOnly)
        .map(({ id, maxLength }) => ({ id, maxLength })),
    );
  for (const { id, maxLength } of fields) {
    if (typed.has(id)) continue;
    const field = page.locator(`main [id="${id}"]`).first();
    await field.fill(canaryFor(maxLength), { timeout: 2_000 }).catch(() => undefined);
    await field.blur({ timeout: 2_000 }).catch(() => undefined);
    typed.add(id);
  }
}

/** Presses the first choice that nobody picked yet; undefined where there is none left. */
async function pickNext(page: Page, picked: readonly string[]): Promise<string | undefined> {
  return await page.locator('main input[type=radio]').evaluateAll((radios, before) => {
    const nameOf = ({ name, value }: HTMLInputElement) => `${name} ${value}`;
    const next = (radios as HTMLInputElement[]).find((one) => !one.disabled && !before.includes(nameOf(one)));
    next?.click();
    return next === undefined ? undefined : nameOf(next);
  }, picked);
}

/** @param maxLength of the field; -1 where it has none */
function canaryFor(maxLength: number): string {
  return maxLength >= 0 && maxLength < CANARY.length ? SHORT_CANARY : CANARY;
}

function wordsOf(key: string): string {
  let at: unknown = JSON.parse(readFileSync(MESSAGES, 'utf8'));
  for (const part of key.split('.')) at = (at as Record<string, unknown> | undefined)?.[part];
  if (typeof at !== 'string') throw new RangeError(`no words ${key}`);
  return at;
}

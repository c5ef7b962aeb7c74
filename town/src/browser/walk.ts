import type { Page } from 'playwright-core';
import type { Visit } from './visit.ts';

export interface Answers {
  readonly tradeName: string;
  /** Everyday words; the first scope found is taken. */
  readonly search: string;
  readonly region: string;
  readonly byPerson?: boolean;
  readonly phone?: string;
  readonly email?: string;
}

export const shop: Answers = { tradeName: '清风茶馆', search: '奶茶店', region: '990101' };

/** 演示登录 as somebody of the town. */
export async function signInAs(visit: Visit, name: string): Promise<void> {
  await visit.open('/sign-in');
  await visit.page.locator('#people-find').fill(name);
  await visit.page.getByRole('button', { name }).click();
  await visit.page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

type Look = (name: string) => Promise<void>;

/** Fills the form from its first question to the page that shows all answers; `look` sees every question. */
export async function fillForm(visit: Visit, answers: Answers, look: Look = async () => undefined): Promise<void> {
  const { page } = visit;
  await visit.open('/apply/individual-business/name');
  await page.locator('#answer-name').fill(answers.tradeName);
  await look('apply-name');
  await next(visit);
  await page.locator('#answer-scope').fill(answers.search);
  await page.getByRole('checkbox').first().check();
  await look('apply-scope');
  await next(visit);
  await page.locator('#answer-region').selectOption(answers.region);
  await look('apply-region');
  await next(visit);
  await page.locator('#answer-place').check();
  await page.locator('#answer-place').fill('示范路1号');
  await look('apply-place');
  await next(visit);
  await page.locator('#answer-premises').waitFor();
  await look('apply-premises');
  await next(visit);
  await page.locator('#answer-composition').check();
  await look('apply-composition');
  await next(visit);
  await page.locator('#answer-operator').waitFor();
  await look('apply-operator');
  await next(visit);
  await page.locator(answers.byPerson === true ? '#answer-path-manual' : '#answer-path').check();
  await look('apply-path');
  await next(visit);
  await page.locator('#contact-phone').fill(answers.phone ?? '');
  await page.locator('#contact-email').fill(answers.email ?? '');
  await look('apply-contact');
  await next(visit);
  await page.waitForURL(/\/check$/);
  // The address comes before the page does.
  await page.locator('main a.button:not(.second)').waitFor();
  await look('apply-check');
}

/** Presses the last button; what follows is for the caller to wait for. */
export async function send({ page }: Visit): Promise<void> {
  // Those of a case's documents are second ones: they may stand there still while the next page is on its way.
  await page.locator('main a.button:not(.second)').click();
}

/** Fills, sends and waits for the case's page; gives the case's id. */
export async function apply(visit: Visit, answers: Answers, look?: Look): Promise<string> {
  await fillForm(visit, answers, look);
  await send(visit);
  await visit.page.waitForURL(/\/cases\/[\w-]{22}$/);
  await visit.page.locator('.verdict').waitFor();
  return visit.page.url().split('/').pop() ?? '';
}

/** The number on the licence of the case page that is open. */
export async function licenceNumber({ page }: Visit): Promise<string> {
  return (await page.locator('.licence .mono').first().textContent()) ?? '';
}

/** Presses a button that downloads, and gives the file's name and text. */
export async function download(visit: Visit, press: () => Promise<void>): Promise<{ name: string; text: string }> {
  const waiting = visit.page.waitForEvent('download');
  await press();
  const file = await waiting;
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
  return { name: file.suggestedFilename(), text: Buffer.concat(chunks).toString('utf8') };
}

/** Says what for, and opens what is sealed. */
export async function openSealed({ page }: Visit, button: string | RegExp): Promise<void> {
  await page.locator('#unmask-purpose').selectOption('review');
  await page.getByRole('button', { name: button }).first().click();
}

/** Gives a file to the page's file chooser. */
export async function giveFile({ page }: Visit, name: string, text: string, chooser = '#evidence-file'): Promise<void> {
  await page.locator(chooser).setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) });
}

/** 继续. */
export function next({ page }: { readonly page: Page }): Promise<void> {
  return page.locator('main button[type=submit]').click();
}

import type { PortalTown } from './portal-town.ts';
import type { Visit } from './visit.ts';
import { apply, licenceNumber, shop, signInAs } from './walk.ts';

/** A licence as the story's people have it: its holder's browser, its case and its number. */
export interface Held {
  readonly visit: Visit;
  readonly id: string;
  readonly number: string;
}

export async function signedIn(here: PortalTown, name: string, width: 360 | 1280): Promise<Visit> {
  const visit = await here.visit(width);
  await signInAs(visit, name);
  return visit;
}

/** Somebody applies and has the licence at once. */
export async function withLicence(visit: Visit, tradeName: string): Promise<Held> {
  const id = await apply(visit, { ...shop, tradeName });
  await visit.page.locator('.licence').waitFor();
  return { visit, id, number: await licenceNumber(visit) };
}

export function heading({ page }: Visit, words: RegExp): Promise<void> {
  return page.getByRole('heading', { level: 1, name: words }).waitFor();
}

/** Opens a page of the licence's desk. */
export function desk({ visit, id }: Held, page = ''): Promise<void> {
  return visit.open(`/cases/${id}/licence${page === '' ? '' : `/${page}`}`);
}

/** An officer does something to a licence; `more` fills in what the act asks for. */
export async function actOn(
  officer: Visit,
  number: string,
  act: { readonly deed: string; readonly reason?: string; readonly article?: string },
): Promise<void> {
  const { page } = officer;
  await officer.open(`/officer/licences/${number}`);
  await page.locator(`input[name=deed][value="${act.deed}"]`).check();
  if (act.reason !== undefined) await page.locator(`input[name=deed-reason][value="${act.reason}"]`).check();
  if (act.article !== undefined) await page.locator('#deed-article').fill(act.article);
  await page.getByRole('button', { name: /签名并执行/ }).click();
  await page.getByText('已经签名并记入账本').waitFor();
}

/** An officer grants a waiting case. */
export async function grant(officer: Visit, id: string): Promise<void> {
  const { page } = officer;
  await officer.open(`/officer/cases/${id}`);
  await page.locator('input[name=decision][value=grant]').check();
  await page.getByRole('button', { name: '签名并决定' }).click();
  await page.getByRole('link', { name: /^执照/ }).waitFor();
}

/** The case whose page is open. */
export function caseIn({ page }: Visit): string {
  return new URL(page.url()).pathname.split('/').pop() ?? '';
}

/** What anybody reads about a number. */
export async function verdict(visit: Visit, number: string, word: string): Promise<void> {
  await visit.open(`/verify/${number}`);
  await visit.page.locator('.verdict-word', { hasText: word }).waitFor();
}

import type { Page, Route } from 'playwright-core';

const HOST = 'canary.example';
/** Everything that would make code of a text that somebody typed; `data-canary` is only there if it became an element. */
export const CANARY = [
  `<img data-canary src="https://${HOST}/image" onerror="sing('image')">`,
  `"'><script data-canary>sing('script')</script>`,
  `<svg data-canary onload=sing('svg')></svg>`,
  `<a data-canary href="javascript:sing('link')">x</a>`,
  `{{constructor.constructor("sing(1)")()}}\${sing(2)}=HYPERLINK("https://${HOST}/cell","x")`,
].join('');

/** What is proved over a text would no longer fit it: pages would rightly show that, and nothing of the text. */
const PROVED =
  /\/(checkpoint|tile)|\/(api\/(state|transactions|consistency|evidence|sessions|access\/may)|trust\.json)|\/proof/;
const CHINESE = /\p{Script=Han}/u;

/** Whatever the pages do that no text may do. */
export interface Heard {
  /** What sang, and what asked for the canary’s host. */
  readonly songs: string[];
  /** Texts that were poisoned on the way. */
  poisoned: number;
}

/** From here on each text of people that a server tells this page has a canary behind it, whatever form it was typed into. */
export async function poisonAnswers(page: Page): Promise<Heard> {
  const heard: Heard = { songs: [], poisoned: 0 };
  await page.exposeFunction('sing', (what: unknown) => void heard.songs.push(String(what)));
  page.on('dialog', (dialog) => {
    heard.songs.push('dialog');
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (request.url().includes(HOST)) heard.songs.push(request.url());
  });
  await page.route(
    (url) => !PROVED.test(url.pathname),
    (route) => poison(route, heard),
  );
  return heard;
}

async function poison(route: Route, heard: Heard): Promise<void> {
  if (!['fetch', 'xhr'].includes(route.request().resourceType())) return await route.continue();
  try {
    const response = await route.fetch();
    if (!(response.headers()['content-type'] ?? '').includes('json')) return await route.fulfill({ response });
    const value: unknown = await response.json();
    await route.fulfill({ response, body: JSON.stringify(poisoned(value, heard)) });
  } catch {
    // The page has gone on, or its server has: as it would be without us.
    await route.abort().catch(() => undefined);
  }
}

/** Codes and ids are no words of anybody’s; a text that is JSON itself is one of a department’s. */
function poisoned(value: unknown, heard: Heard): unknown {
  if (Array.isArray(value)) return value.map((one) => poisoned(one, heard));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, poisoned(one, heard)]));
  if (typeof value !== 'string' || !CHINESE.test(value)) return value;
  if (/^[[{]/.test(value)) return within(value, heard);
  heard.poisoned += 1;
  return value + CANARY;
}

function within(text: string, heard: Heard): string {
  try {
    return JSON.stringify(poisoned(JSON.parse(text), heard));
  } catch {
    return text;
  }
}

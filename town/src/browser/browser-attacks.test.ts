import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPortalTown, type PortalTown } from './portal-town.ts';
import type { Visit } from './visit.ts';
import { fillForm, shop, signInAs } from './walk.ts';

const OPENAPI = new URL('../../../packages/api/openapi.json', import.meta.url);

let here: PortalTown;
let stranger: Server;
let strangeUrl: string;
/** Whatever a canary of ours did, on whatever page. */
const sung: string[] = [];

beforeAll(async () => {
  here = await openPortalTown();
  stranger = createServer((_request, response) => {
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end('<!doctype html><title>evil</title><h1>evil</h1>');
  });
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
  strangeUrl = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`;
}, 120_000);
afterAll(async () => {
  stranger?.close();
  stranger?.closeAllConnections();
  await here?.close();
});

/** Ways a text becomes code, each of which would call `sing` with where it was put. */
const canaries = (place: string): string[] => [
  `<img src=x onerror="sing('${place}')">`,
  `<svg onload=sing('${place}')>`,
  `"><script>sing('${place}')</script>`,
  `'-sing('${place}')-'`,
  `javascript:sing('${place}')`,
  `{{constructor.constructor("sing('${place}')")()}}`,
  `\${sing('${place}')}`,
];
const canary = (place: string): string => canaries(place).join(' ');

async function listening(visit: Visit): Promise<void> {
  await visit.page.exposeFunction('sing', (place: string) => void sung.push(place));
  visit.page.on('dialog', (dialog) => {
    sung.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
}

test('what people type is never run, on any page that shows it', async () => {
  const visit = await here.visit(1280);
  await listening(visit);
  const { town } = here;
  // A name as long and as evil as the deed takes: it stands in the public register, on desks and in messages.
  const asked = { service: 'individual-business', scope: ['5243'], region: shop.region, manual: true };
  const filed = await Promise.all(
    canaries('name')
      .slice(0, 3)
      .map((text, at) =>
        town
          .citizen('zhao')
          .applyFor({ ...asked, tradeName: `${at}${text}`.slice(0, 60), operator: canaries('operator')[at] ?? '' })
          .then(
            ({ id }) => id,
            () => undefined,
          ),
      ),
  );
  const known = filed.filter((id) => id !== undefined);
  expect(known.length).toBeGreaterThanOrEqual(3);
  const granted = known[0] ?? '';
  await town.officer('li').decide(granted, 'grant');
  await town.officer('li').decide(known[1] ?? '', 'refuse', 'NAME-NOT-ALLOWED', canary('reason'));
  // Every place of an address that a page reads.
  const evil = encodeURIComponent(canaries('address')[0] ?? '');
  const addresses = [
    `/verify/${evil}`,
    `/cases/${evil}`,
    `/cases/${evil}/show`,
    `/matters/${evil}`,
    `/register?q=${evil}`,
    `/sign-in?refused=${evil}`,
    `/annulment/${evil}`,
    `/${evil}`,
  ];
  for (const at of [...addresses, '/register', `/cases/${granted}`]) {
    await visit.page.goto(`${town.url}${at}`);
    await visit.page.locator('h1').first().waitFor();
    await visit.page.waitForTimeout(80);
  }
  await signInAs(visit, '李登记');
  for (const at of ['/officer', ...known.map((id) => `/officer/cases/${id}`), ...known.map((id) => `/cases/${id}`)]) {
    await visit.page.goto(`${town.url}${at}`);
    await visit.page.locator('h1').first().waitFor();
    await visit.page.waitForTimeout(80);
  }
  // The test can hear: a script that a page of its own runs does sing.
  const deaf = await here.visit(360);
  await listening(deaf);
  await deaf.page.goto(strangeUrl);
  await deaf.page.setContent(`<img src=x onerror="sing('heard')">`);
  await expect.poll(() => sung).toEqual(['heard']);
  await deaf.close();
  await visit.close();
}, 120_000);

test('typed into each question of each form, it is shown and not run', async () => {
  const visit = await here.visit(360);
  const before = sung.length;
  await listening(visit);
  await signInAs(visit, '王秀英');
  const typed = new Set<string>();
  const fields = visit.page.locator(
    'main input:not([type=radio]):not([type=checkbox]):not([type=file]):not([type=date]):not([type=number]), main textarea',
  );
  await fillForm(visit, { ...shop, tradeName: canaries('name')[0] ?? '' }, async (step) => {
    for (const field of await fields.all()) {
      if (!(await field.isEditable())) continue;
      const answer = await field.inputValue();
      await field.fill(canary(step));
      await field.blur();
      await field.fill(answer);
      typed.add(`${step} ${await field.getAttribute('id')}`);
    }
  });
  expect(visit.page.url()).toMatch(/check$/);
  expect(await visit.page.locator('main').textContent()).toContain('onerror=');
  expect(typed.size).toBeGreaterThanOrEqual(5);
  expect(sung.slice(before)).toEqual([]);
  await visit.close();
}, 120_000);

test('a script that got into a page without its nonce is not run, from whatever address', async () => {
  const visit = await here.visit(360);
  const before = sung.length;
  await listening(visit);
  await visit.open('/');
  const blocked = await visit.page.evaluate(async () => {
    // Not in this very turn: what a debugger asks for may do what a page may not.
    await new Promise((resolve) => setTimeout(resolve, 0));
    const violations: string[] = [];
    document.addEventListener(
      'securitypolicyviolation',
      ({ violatedDirective }) => void violations.push(violatedDirective),
    );
    // As a parser puts them in, which is how a stranger's text would come.
    const holder = document.createElement('div');
    holder.innerHTML = `<img src="x:" onerror="sing('handler')"><iframe srcdoc="<script>parent.sing('frame')</script>"></iframe><a id="evil" href="javascript:sing('link')">x</a><object data="/icon.svg"></object><base href="https://evil.example/">`;
    document.body.append(holder);
    document.querySelector<HTMLAnchorElement>('#evil')?.click();
    const parsed = document.createElement('template');
    parsed.innerHTML = "<script>sing('template')</script>";
    document.body.append(parsed.content.cloneNode(true));
    setTimeout(() => {
      try {
        new Function("sing('eval')")();
      } catch {
        violations.push('eval');
      }
    });
    await new Promise((resolve) => setTimeout(resolve, 500));
    return violations;
  });
  expect(sung.slice(before)).toEqual([]);
  expect(blocked).toContain('eval');
  expect(blocked.filter((one) => one.startsWith('script-src')).length).toBeGreaterThanOrEqual(2);
  await visit.close();
}, 60_000);

interface Operation {
  readonly method: string;
  readonly path: string;
}

function changingOperations(): Operation[] {
  const { paths } = JSON.parse(readFileSync(OPENAPI, 'utf8')) as { paths: Record<string, Record<string, unknown>> };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods)
      .filter((method) => method !== 'get')
      .map((method) => ({ method: method.toUpperCase(), path: path.replaceAll(/\{\w+\}|\*/g, 'A'.repeat(22)) })),
  );
}

/** As the server counts it. */
async function refusedForOrigin(): Promise<number> {
  const figures = await (await fetch(`${here.town.url}/metrics`)).text();
  return Number(/^minglu_http_refusals_total\{code="origin-refused"\} (\d+)$/m.exec(figures)?.[1] ?? 0);
}

test('a page of another origin changes nothing by any state-changing route, though the browser sends the cookie along', async () => {
  const visit = await here.visit(360);
  await signInAs(visit, '李登记');
  const answers: { status: number; url: string; headers: Promise<Record<string, string>> }[] = [];
  visit.page.on('response', (answer) => {
    const asked = answer.request();
    if (!answer.url().startsWith(here.town.url) || asked.method() === 'OPTIONS') return;
    answers.push({ status: answer.status(), url: answer.url(), headers: asked.allHeaders().catch(() => ({})) });
  });
  const before = here.town.node.status();
  const refusedBefore = await refusedForOrigin();
  const operations = changingOperations();
  expect(operations.length).toBeGreaterThan(8);
  const cookieNames = async () => (await visit.page.context().cookies(here.town.url)).map(({ name }) => name);
  await visit.open('/officer');
  await expect.poll(cookieNames).toContain('__Host-minglu');
  await visit.page.goto(strangeUrl);
  answers.length = 0;
  const readable = await visit.page.evaluate(
    async ({ url, list }) => {
      let read = 0;
      for (const { method, path } of list) {
        // As a form, as a beacon, as a script that hopes for CORS: with the cookie each time.
        for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/json']) {
          const init = { method, credentials: 'include' as const, headers: { 'content-type': type }, body: '{}' };
          for (const mode of ['no-cors', 'cors'] as const) {
            try {
              const answer = await fetch(`${url}${path}`, { ...init, mode });
              if (answer.type !== 'opaque') read += 1;
            } catch {
              // The browser kept it from us, before or after it was sent.
            }
          }
        }
        const form = document.createElement('form');
        form.method = 'post';
        form.action = `${url}${path}`;
        form.target = 'hole';
        form.innerHTML = '<input name="logout_token" value="x">';
        const hole = document.createElement('iframe');
        hole.name = 'hole';
        document.body.append(hole, form);
        form.submit();
        await new Promise((resolve) => setTimeout(resolve, 100));
        hole.remove();
        form.remove();
        navigator.sendBeacon(`${url}${path}`, '{}');
      }
      return read;
    },
    { url: here.town.url, list: operations },
  );
  expect(readable).toBe(0);
  await visit.page.waitForTimeout(300);
  // What the browser let through, and each was refused for where it came from: twice and more by each route that is posted to.
  const posts = operations.filter(({ method }) => method === 'POST').length;
  expect((await refusedForOrigin()) - refusedBefore).toBeGreaterThanOrEqual(2 * posts);
  expect(answers.filter(({ status }) => status < 400).map(({ status, url }) => `${status} ${url}`)).toEqual([]);
  const cookies = await Promise.all(answers.map(async ({ headers }) => (await headers).cookie ?? ''));
  expect(cookies.some((cookie) => cookie.includes('__Host-minglu='))).toBe(true);
  expect([here.town.node.status().height >= before.height, here.town.node.status().size]).toEqual([true, before.size]);
  // Still signed in: not even that was done for the officer.
  await visit.open('/officer');
  await visit.close();
}, 120_000);

test('no page of ours shows in a stranger’s frame', async () => {
  const visit = await here.visit(360);
  await signInAs(visit, '李登记');
  await visit.page.goto(strangeUrl);
  for (const path of ['/', '/account', '/officer', '/sign-in', '/api/city', '/api/docs/', '/verify.html']) {
    const shown = await visit.page.evaluate(async (url) => {
      const frame = document.createElement('iframe');
      frame.src = url;
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
      document.body.append(frame);
      await Promise.race([loaded, new Promise((resolve) => setTimeout(resolve, 3_000))]);
      frame.remove();
      return true;
    }, `${here.town.url}${path}`);
    expect(shown).toBe(true);
  }
  const refused = visit.problems.filter((one) => /frame|X-Frame-Options|frame-ancestors/i.test(one));
  expect(refused.length).toBeGreaterThanOrEqual(5);
  await visit.close();
}, 60_000);

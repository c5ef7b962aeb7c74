import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

const PICTURES = fileURLToPath(new URL('../../../.cache/screenshots/', import.meta.url));
/**
 * Pictures are for the eye, and no story asks one anything. `every`, set by hand, takes four at every look, and a story
 * takes several times as long; `none`, as `npm test` sets it, saves drawing each page whole for nobody.
 */
const { MINGLU_PICTURES: ASKED_PICTURES } = process.env;
const EVERY = `${PICTURES}every/`;
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

export type Width = 360 | 1280;

interface VisitOptions {
  readonly url: string;
  readonly width: Width;
  readonly language?: 'zh-CN' | 'en';
  /** What the browser shows to a door that asks for one, PEM; a server's own certificate is then taken as it comes. */
  readonly certificates?: NonNullable<BrowserContextOptions['clientCertificates']>;
}

/** One person at one browser: everything that went wrong on the way is collected, and a look at a page checks it. */
export class Visit {
  readonly page: Page;
  readonly problems: string[] = [];
  readonly #context: BrowserContext;
  readonly #options: Required<Omit<VisitOptions, 'certificates'>>;

  private constructor(context: BrowserContext, page: Page, options: Required<Omit<VisitOptions, 'certificates'>>) {
    this.#context = context;
    this.page = page;
    this.#options = options;
    page.on('pageerror', (error) => this.problems.push(`page error: ${error.message}`));
    page.on('console', (message) => {
      const text = message.text();
      // A refusal by the server is shown on the page; the browser's own line about it is no defect of ours.
      if (message.type() === 'error' && !text.startsWith('Failed to load resource'))
        this.problems.push(`console: ${text}`);
    });
  }

  static async start(browser: Browser, { certificates, ...given }: VisitOptions): Promise<Visit> {
    const options = { language: 'zh-CN' as const, ...given };
    const { width, language } = options;
    const context = await browser.newContext({
      viewport: viewportOf(width),
      acceptDownloads: true,
      reducedMotion: 'reduce',
      locale: language,
      timezoneId: 'Asia/Shanghai',
      ...(certificates === undefined ? {} : { ignoreHTTPSErrors: true, clientCertificates: certificates }),
    });
    context.setDefaultTimeout(15_000);
    if (language === 'en') await context.addInitScript(() => localStorage.setItem('minglu.language', '"en"'));
    return new Visit(context, await context.newPage(), options);
  }

  async open(path: string): Promise<void> {
    await this.page.goto(`${this.#options.url}${path}`);
    await this.page.getByRole('heading', { level: 1 }).waitFor();
  }

  /**
   * Takes a picture, unless nobody wants one, and returns what axe finds wrong with the page and whether it is wider than the screen.
   * @param width another one than the visit began with, from here on
   */
  async look(name: string, width: Width = this.#options.width): Promise<string[]> {
    const { language } = this.#options;
    if (ASKED_PICTURES === 'every') await this.#takeEveryPicture(name);
    await this.page.setViewportSize(viewportOf(width));
    if (ASKED_PICTURES !== 'none') await this.#takePicture(`${name}.${width}.${language}`);
    if (!(await this.page.evaluate(() => 'axe' in globalThis))) await this.page.evaluate(axe.source);
    const found = await this.page.evaluate(async (tags) => {
      const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run({ runOnly: tags });
      const lines = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' … ')}`);
      const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
      return wide > 0 ? [...lines, `wider than the screen by ${wide}`] : lines;
    }, TAGS);
    return found.map((line) => `${name} at ${width} ${language}: ${line}`);
  }

  async #takePicture(name: string): Promise<void> {
    await mkdir(PICTURES, { recursive: true });
    await this.page.screenshot({ path: `${PICTURES}${name}.png`, fullPage: true });
  }

  /** The page as it stands, at both widths and in both languages, and its words: for somebody to look at and to read. */
  async #takeEveryPicture(name: string): Promise<void> {
    await mkdir(EVERY, { recursive: true });
    const took = async (language: string) => {
      for (const width of [360, 1280] as const) {
        await this.page.setViewportSize(viewportOf(width));
        await this.page.screenshot({ path: `${EVERY}${name}.${width}.${language}.png`, fullPage: true });
      }
      // As it is read: what is hidden is not said.
      const text = await this.page.locator('body').innerText();
      await writeFile(`${EVERY}${name}.${language}.txt`, text);
    };
    const language = (await this.page.locator('html').getAttribute('lang')) ?? 'zh-CN';
    const other = language === 'en' ? 'zh-CN' : 'en';
    const turnTo = async (next: string) => {
      const press = this.page.locator(`.demo-strip button[lang="${next}"]`);
      if ((await press.count()) === 0) return;
      await press.evaluate((button: HTMLElement) => button.click());
      await this.page.locator(`html[lang="${next}"]`).waitFor({ state: 'attached' });
      await this.page.waitForLoadState('networkidle');
    };
    await took(language);
    await turnTo(other);
    await took(other);
    await turnTo(language);
  }

  /** The time this browser believes it is; its timers go on as they are. */
  async showTime(timeMs: number): Promise<void> {
    if (!this.page.isClosed()) await this.#context.clock.setFixedTime(timeMs);
  }

  async close(): Promise<void> {
    await this.#context.close();
  }
}

function viewportOf(width: Width): { width: number; height: number } {
  return { width, height: width === 360 ? 740 : 860 };
}

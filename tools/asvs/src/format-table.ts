import type { Evidence, Requirement } from './read-requirements.ts';
import type { RemovalResults } from './removal-results.ts';

const CHAPTERS: Readonly<Record<string, string>> = {
  2: 'V2 输入与业务逻辑 Validation and business logic',
  3: 'V3 网页前端 Web frontend',
  4: 'V4 接口 API',
  6: 'V6 认证 Authentication',
  7: 'V7 会话 Sessions',
  8: 'V8 授权 Authorisation',
  9: 'V9 自包含令牌 Self-contained tokens',
  10: 'V10 OAuth 与 OIDC',
  16: 'V16 日志与出错 Logging and errors',
};

/** Counted for the head of the page, and for the bars its test holds. */
export interface Count {
  readonly all: number;
  readonly applying: number;
  readonly held: number;
  readonly gaps: number;
  readonly links: number;
  readonly testLinks: number;
}

export function countOf(requirements: readonly Requirement[]): Count {
  const applying = requirements.filter(({ notFor }) => notFor === undefined);
  const links = applying.flatMap(({ evidence }) => evidence);
  return {
    all: requirements.length,
    applying: applying.length,
    held: applying.filter(({ evidence }) => evidence.length > 0).length,
    gaps: applying.filter(({ gap }) => gap !== undefined).length,
    links: links.length,
    testLinks: links.filter(({ kind }) => kind === 'test').length,
  };
}

/** Links to tests that were seen to fail when their control was taken away. */
export function countRed(requirements: readonly Requirement[], results: RemovalResults): number {
  const links = requirements.flatMap(({ evidence }) => evidence);
  return links.filter((one) => isRed(one, results)).length;
}

const isRed = ({ kind, path, words }: Evidence, results: RemovalResults): boolean =>
  kind === 'test' && results.get(`${path} # ${words}`) === 'red';

/** `docs/asvs.md`, whole. */
export function formatTable(requirements: readonly Requirement[], results: RemovalResults): string {
  const { all, applying, held, gaps, links, testLinks } = countOf(requirements);
  const share = Math.floor((100 * testLinks) / links);
  const head = [
    '# OWASP ASVS 5.0.0',
    '',
    'Made from `tools/asvs/requirements.txt` by `tools/asvs/src/main.ts`; a test compares the two, and finds each test and each sentence that is named.',
    'Chapters V2, V3, V4, V6–V10 and V16 at L1 and L2, in words of our own; the others follow. 其余各章以后补。',
    '',
    `✗ behind a test: it was seen to fail when its control was taken out of the program (\`tools/asvs/removals.txt\`, by hand: \`n24 tools/asvs/src/remove-controls.ts\`). So far ${countRed(requirements, results)} links of ${links} (${Math.floor((100 * countRed(requirements, results)) / links)} %).`,
    '',
    `${all} requirements: ${applying} apply, ${held} of them held, ${gaps} not yet; ${all - applying} do not apply, each with its reason. ${links} links, ${testLinks} of them tests (${share} %).`,
  ];
  const chapters = Object.entries(CHAPTERS).flatMap(([chapter, title]) => {
    const rows = requirements.filter(({ id }) => id.startsWith(`${chapter}.`));
    return [
      '',
      `## ${title}`,
      '| | L | 要求 what it asks | 凭什么 held by |',
      '|---|---|---|---|',
      ...rows.map((one) => rowOf(one, results)),
    ];
  });
  return [...head, ...chapters, ''].join('\n');
}

function rowOf({ id, level, asks, evidence, notFor, gap }: Requirement, results: RemovalResults): string {
  const held =
    notFor === undefined
      ? gap === undefined
        ? evidence.map((one) => `${wordsOf(one)}${isRed(one, results) ? ' ✗' : ''}`).join('<br>')
        : `**未达 not yet**: ${gap}`
      : `不适用 does not apply: ${notFor}`;
  return `| ${id} | ${level} | ${asks} | ${held} |`;
}

function wordsOf({ kind, path, words }: Evidence): string {
  const shown = words.replaceAll('|', '\\|');
  return kind === 'test' ? `“${shown}” \`${path}\`` : `\`${path}\`: ${shown}`;
}

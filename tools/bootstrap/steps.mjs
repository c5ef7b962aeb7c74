import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensurePortal } from './portal.mjs';
import { run } from './run.mjs';

const QUIET = '--disable-warning=ExperimentalWarning';

function typeProjects(root) {
  const packages = ['packages', 'services'].flatMap((top) =>
    readdirSync(join(root, top)).map((name) => `${top}/${name}/tsconfig.json`),
  );
  return [...packages.filter((path) => existsSync(join(root, path))), 'tsconfig.tests.json'];
}

/** A check that is one fact: passed or failed, its output shown only when it failed. */
async function step(name, work) {
  const startedAt = Date.now();
  let output = '';
  const code = await work((text) => {
    output += text;
  }).catch((error) => {
    output += String(error?.stack ?? error);
    return 1;
  });
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`);
  if (code !== 0) console.log(output.slice(0, 20_000));
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

async function types(root, node, collect) {
  let worst = 0;
  for (const project of typeProjects(root)) {
    worst = Math.max(worst, await run(node, ['node_modules/typescript/bin/tsc', '-p', project], { root, collect }));
  }
  return worst;
}

/** Pictures of pages are for whoever looks at them; MINGLU_PICTURES, set by hand, still takes them. */
const vitestSettings = {
  NODE_OPTIONS: QUIET,
  NO_COLOR: '1',
  FORCE_COLOR: undefined,
  MINGLU_PICTURES: process.env.MINGLU_PICTURES ?? 'none',
};

/** All of Vitest in one run; counts come from its own report, so that a test that did not run is not counted as passed. */
async function vitest(root, node) {
  const folder = mkdtempSync(join(tmpdir(), 'minglu-test-'));
  const report = join(folder, 'report.json');
  const args = [
    QUIET,
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const code = await run(node, args, { root, env: vitestSettings });
  const counts = existsSync(report)
    ? JSON.parse(readFileSync(report, 'utf8'))
    : { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0 };
  rmSync(folder, { recursive: true, force: true });
  // A suite that failed to load has no test to count: it is one failure all the same.
  const failed = Math.max(counts.numFailedTests, code === 0 ? 0 : 1);
  return { passed: counts.numPassedTests, failed, skipped: counts.numPendingTests };
}

export async function runSteps(root, node, which) {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const results = [
    await step('format and lint', (collect) =>
      run(node, [biome, 'ci', '--colors=off', '--max-diagnostics=50'], { root, collect }),
    ),
    await step('types', (collect) => types(root, node, collect)),
    await step('architecture', (collect) => run(node, [QUIET, 'tools/architecture/src/main.ts'], { root, collect })),
  ];
  if (which === 'test') {
    results.push(await step('portal build', () => ensurePortal(root, node)));
    results.push(await vitest(root, node));
  }
  const sum = (member) => results.reduce((total, result) => total + result[member], 0);
  const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : '';
  console.log(`${sum('passed')} passed, ${sum('failed')} failed${skipped}`);
  return sum('failed') === 0 ? 0 : 1;
}

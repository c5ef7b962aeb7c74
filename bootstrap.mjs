// The one door for `npm start`, `npm test` and the rest: needs nothing but Node >= 20 and npm, sets up what is missing
// (npm runs no install scripts here, see .npmrc), then hands over to the pinned Node.
import { findNode } from './tools/bootstrap/find-node.mjs';
import { ensureInstalled } from './tools/bootstrap/install.mjs';
import { nodeFlags } from './tools/bootstrap/node-flags.mjs';
import { ensurePortal } from './tools/bootstrap/portal.mjs';
import { run } from './tools/bootstrap/run.mjs';
import { runSteps } from './tools/bootstrap/steps.mjs';
import { ensureYear, STOPPED } from './tools/bootstrap/year.mjs';

const [command = 'start', ...rest] = process.argv.slice(2);
const root = import.meta.dirname ?? new URL('.', import.meta.url).pathname;

const COMMANDS = {
  async start(node) {
    await ensurePortal(root, node);
    if (!(await ensureYear(root, node, rest))) return STOPPED;
    return run(node, [...nodeFlags(), 'city/src/main.ts', ...rest], { root, forward: true });
  },
  async cluster(node) {
    await ensurePortal(root, node);
    return run(node, [...nodeFlags(), 'city/src/cluster/main.ts', ...rest], { root, forward: true });
  },
  test: (node) => runSteps(root, node, 'test'),
  check: (node) => runSteps(root, node, 'check'),
  async bench(node) {
    await ensurePortal(root, node);
    return run(node, [...nodeFlags(), 'benchmarks/src/bench.ts', ...rest], {
      root,
      forward: true,
    });
  },
  async faults(node) {
    return run(node, [...nodeFlags(), 'benchmarks/src/faults.ts', ...rest], {
      root,
      forward: true,
    });
  },
  async bundle(node) {
    await ensurePortal(root, node);
    return run(node, ['--disable-warning=ExperimentalWarning', 'tools/bundle/src/main.ts', ...rest], { root });
  },
  docs: (node) =>
    run(node, ['--disable-warning=ExperimentalWarning', 'packages/api/src/openapi/write-openapi.ts'], { root }),
  year: (node) =>
    run(node, [...nodeFlags(), 'city/src/year/main.ts', ...rest], { root, forward: true, stoppedCode: STOPPED }),
  minglu: (node) => run(node, [...nodeFlags(), 'packages/cli/src/main.ts', ...rest], { root, forward: true }),
};

const chosen = COMMANDS[command];
if (chosen === undefined) {
  console.error(`unknown command "${command}"; one of: ${Object.keys(COMMANDS).join(', ')}`);
  process.exitCode = 2;
} else {
  await ensureInstalled(root);
  process.exitCode = await chosen(findNode(root));
}

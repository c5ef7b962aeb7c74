import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { figure, type Row } from '../report/row.ts';
import { type Campaign, withGround } from './campaign.ts';

const root = new URL('../../../', import.meta.url).pathname;
const vitest = join(root, 'node_modules/vitest/vitest.mjs');

interface StoryReport {
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly title: string;
      readonly status: string;
      readonly duration?: number;
    }[];
  }[];
}

/** The town's own stories as a campaign: one row each, the very code that `npm test` runs. */
const storiesOf =
  (...files: readonly string[]): Campaign =>
  () =>
    withGround(1, async ({ directory }) => {
      const output = join(directory, 'stories.json');
      const paths = files.map((file) => `town/src/stories/${file}.test.ts`);
      await run(['run', ...paths, '--reporter=json', `--outputFile=${output}`]);
      const report = JSON.parse(readFileSync(output, 'utf8')) as StoryReport;
      const stories = report.testResults.flatMap(({ assertionResults }) => assertionResults);
      const told: Row[] = stories.map(({ title, status }) => {
        return { name: title, value: status, unit: '', bar: 'passed', holds: status === 'passed' };
      });
      const isTold = stories.length > 0;
      return [{ ...figure('stories told', stories.length, ''), bar: '>= 1', holds: isTold }, ...told];
    });

function run(args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [vitest, ...args], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  return new Promise((resolve) => child.once('close', () => resolve()));
}

/** Yesterday's backup, a rewritten history, two views to two readers. */
export const histories = storiesOf('second-history');
/** A planted name, ID number and phone; two cases of one citizen. */
export const planted = storiesOf('nothing-personal');
/** A suspension ends, a role expires, a promised date passes, and nobody does anything. */
export const night = storiesOf('a-silent-night');

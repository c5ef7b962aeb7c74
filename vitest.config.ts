import { defineConfig } from 'vitest/config';

const FILES = [
  'packages/*/src/**/*.test.ts',
  'services/*/src/**/*.test.ts',
  'town/src/**/*.test.ts',
  'city/src/**/*.test.ts',
  'benchmarks/src/**/*.test.ts',
  'tools/*/src/**/*.test.ts',
];

/**
 * They put something else in a module's place (`vi.mock`), and so must be the first to load it; the corpus is bundled by an esbuild of
 * its own, for one that had served other files in the same process once could not find it.
 */
const ALONE = [
  'packages/api/src/followers/read-model-failures.test.ts',
  'packages/department/src/storage/line-file.test.ts',
  'packages/sandbox/src/elsewhere.test.ts',
];

export default defineConfig({
  test: {
    pool: 'forks',
    // Stories before a browser wait for one another's answers half of their time: on two cores a third has room.
    maxWorkers: 3,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: process.env.CI === undefined ? ['default'] : ['dot'],
    projects: [
      { extends: true, test: { name: 'alone', include: ALONE } },
      // Two processes for all the rest: loading the same modules five hundred times was a quarter of the whole.
      { extends: true, test: { name: 'shared', include: FILES, exclude: ALONE, isolate: false } },
    ],
  },
});

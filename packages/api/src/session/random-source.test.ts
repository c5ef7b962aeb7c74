import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..', '..', '..');
const PARTS = [
  'packages/api',
  'packages/department',
  'packages/cli',
  'packages/node',
  'packages/sdk',
  'packages/audit',
  'city',
];

function* sources(): Generator<[path: string, text: string]> {
  for (const part of PARTS) {
    for (const row of readdirSync(join(ROOT, part, 'src'), { recursive: true, withFileTypes: true })) {
      const path = join(row.parentPath, row.name);
      if (!row.isFile() || !/\.tsx?$/.test(row.name) || /\.test\.|\/testing\/|\/faults\//.test(path)) continue;
      yield [path.slice(ROOT.length + 1), readFileSync(path, 'utf8')];
    }
  }
}

test('nothing that must not be guessed is drawn from anything but the operating system', () => {
  const found = [...sources()].flatMap(([path, text]) =>
    /Math\.random\(|randomUUID|pseudoRandomBytes/.test(text) ? [path] : [],
  );
  expect(found).toEqual([]);
});

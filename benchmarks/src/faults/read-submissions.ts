import { readFileSync } from 'node:fs';
import type { Submission } from '../load/submission.ts';

/** The prepared submissions of a file, a line each. */
export function readSubmissions(path: string): Submission[] {
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Submission);
}

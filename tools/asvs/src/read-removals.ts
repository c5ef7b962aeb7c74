/** A control taken out of the program, and the tests that have to notice. */
export interface Removal {
  /** File, and the title or its beginning, as in the requirements. */
  readonly tests: readonly NamedTest[];
  readonly file: string;
  readonly right: string;
  readonly wrong: string;
}

export interface NamedTest {
  readonly path: string;
  readonly words: string;
}

/**
 * Reads `removals.txt`: `= test # title` lines, then `@ file`, then what stands there (`- `) and what is put in its place
 * (`+ `), each perhaps of several lines. Throws where a line has another form.
 */
export function readRemovals(text: string): Removal[] {
  const blocks = text
    .split('\n\n')
    .map((block) => block.split('\n').filter((line) => line !== '' && !line.startsWith('#')))
    .filter((lines) => lines.length > 0);
  return blocks.map((lines) => {
    const of = (mark: string) => lines.filter((line) => line.startsWith(mark)).map((line) => line.slice(2));
    const [file = '', ...more] = of('@');
    const isKnown = lines.every((line) => /^[=@+-]( |$)/.test(line));
    const tests = of('=').map(readTest);
    const right = of('-').join('\n');
    if (!isKnown || file === '' || more.length > 0 || tests.length === 0 || right === '')
      throw new TypeError(lines.join('\n'));
    return { tests, file, right, wrong: of('+').join('\n') };
  });
}

function readTest(text: string): NamedTest {
  const [, path = '', words = ''] = /^(\S+) # (.+)$/.exec(text) ?? [];
  if (words === '') throw new TypeError(text);
  return { path, words };
}

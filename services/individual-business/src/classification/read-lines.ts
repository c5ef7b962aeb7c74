/** One line of GB/T 4754-2017: a letter for a 门类, two digits for a 大类, three for a 中类, four for a 小类. */
export type ClassificationRow = readonly [code: string, name: string];

/**
 * Reads lines written for people: `011 谷物种植: 1 稻谷种植 2 小麦种植` is a 中类 with its 小类 by their last digit. A 中类 without
 * any is not divided: the standard then writes one 小类 of the same name, and its last digit is 0.
 */
export function readLines(text: string): ClassificationRow[] {
  return text.trim().split('\n').flatMap(rowsOf);
}

function rowsOf(line: string): ClassificationRow[] {
  const [head = '', classes] = line.split(': ');
  const at = head.indexOf(' ');
  const code = head.slice(0, at);
  const name = head.slice(at + 1);
  if (code.length < 3) return [[code, name]];
  if (classes === undefined)
    return [
      [code, name],
      [`${code}0`, name],
    ];
  const words = classes.split(' ');
  const rows: ClassificationRow[] = [[code, name]];
  for (let index = 0; index < words.length; index += 2) rows.push([`${code}${words[index]}`, words[index + 1] ?? '']);
  return rows;
}

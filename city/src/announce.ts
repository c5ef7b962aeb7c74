import { officersOf } from './seed/officers.ts';
import { COUNTERS } from './seed/organisations.ts';
import { citizens } from './seed/people.ts';
import type { RunningCity } from './start-city.ts';

/** Of two hundred; the others stand on the sign-in page, under its search. */
const INTRODUCED = 4;

/** What stands in the terminal when everything serves: where to go, whom one can be, how to stop. */
export function announcement(
  city: RunningCity,
  { empty, startMs }: { readonly empty: boolean; readonly startMs: number },
): string[] {
  const lines = ['', `明录已就绪 ready in ${(startMs / 1000).toFixed(1)} s`, '', `  ${city.url}`, ''];
  if (city.fingerprint !== undefined) {
    lines.push('  证书为自签名，请核对指纹 self-signed certificate, compare its SHA-256:', `  ${city.fingerprint}`, '');
    lines.push('  手机还需逐一打开各部门地址并接受证书 on the phone, open each department’s address once and accept:');
    lines.push(...city.departments.map((url) => `  ${url}/healthz`), '');
  }
  if (empty)
    return [
      ...lines,
      '空节点，供试用：没有演示的人和部门 a bare node, to try: nobody and nothing invented',
      '真正使用：minglu node new，见 docs/guides/first-day.md in earnest: minglu node new',
      '',
    ];
  lines.push('演示人物（均为虚构）demo people, all invented:');
  for (const { name, id, note } of citizens(0).slice(0, INTRODUCED)) lines.push(`  ${name} (${id})  ${note}`);
  for (const department of COUNTERS) {
    const people = officersOf(department.id).map(({ name, note }) => `${name}（${note}）`);
    if (people.length > 0) lines.push(`  ${department.name}  ${people.join('、')}`);
  }
  return [...lines, '', '按 Ctrl-C 停止 press Ctrl-C to stop', ''];
}

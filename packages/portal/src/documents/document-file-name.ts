import type { DepartmentDocument } from '@minglu/sdk';

/** What ends a name, hides its end or leads into another folder on one system or another. */
const UNFIT = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\\/:*?"<>|]/gu;
const LONGEST = 120;

/** A 文书 as a file of one's own: its title and number. */
export function documentFileName({ title, number }: Pick<DepartmentDocument, 'title' | 'number'>): string {
  return `${`${title}-${number}`.replaceAll(UNFIT, '_').slice(0, LONGEST)}.pdf`;
}

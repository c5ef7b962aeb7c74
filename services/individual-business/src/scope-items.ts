import { classNames } from './classification/class-names.ts';
import { treatments } from './classification/treatments.ts';
import { everydayServices } from './everyday/everyday-services.ts';
import { everydayShops } from './everyday/everyday-shops.ts';
import { everydayWorkshops } from './everyday/everyday-workshops.ts';
import { findLaterPermit } from './later-permits.ts';
import type { ScopeItem } from './scope-item.ts';

/** 小类 with a name in English and with what people call them; the rest of the catalogue is found by the standard's own words. */
export const scopeItems: readonly ScopeItem[] = [everydayShops, everydayServices, everydayWorkshops]
  .flatMap((text) => text.trim().split('\n').map(itemOf))
  .sort((a, b) => (a.code < b.code ? -1 : 1));

/** `5223 Fruit and vegetables: 水果店 菜摊`. */
function itemOf(line: string): ScopeItem {
  const [head = '', everyday = ''] = line.split(': ');
  const code = head.slice(0, 4);
  const [name, treatment] = [classNames.get(code), treatments.get(code)];
  if (name === undefined || treatment === undefined) throw new RangeError(`the catalogue has no ${code}`);
  const laterPermit = findLaterPermit(code);
  const item = { code, name, everyday: everyday.split(' '), english: head.slice(5), treatment };
  return laterPermit === undefined ? item : { ...item, laterPermit };
}

import { expect, test } from 'vitest';
import { districtOptions, filterOptions, regionNameIn } from './regions.ts';

const regions = [
  { code: '990000', name: '云岭省', english: 'Yunling' },
  { code: '990100', name: '明州市', english: 'Mingzhou' },
  { code: '990101', name: '东湖区', english: 'Donghu' },
  { code: '990200', name: '安澜市', english: 'Anlan' },
  { code: '990203', name: '松坪县', english: 'Songping' },
];

test('a region has its name in the language of the page, and one nobody listed stays a code', () => {
  expect(regionNameIn(regions, '990101', 'zh-CN')).toBe('东湖区');
  expect(regionNameIn(regions, '990101', 'en')).toBe('Donghu');
  expect(regionNameIn(regions, '110105', 'zh-CN')).toBe('110105');
});

test('the form offers the districts that are served, each under its city', () => {
  expect(districtOptions(regions, ['990101', '990203', '880101'], 'zh-CN')).toEqual([
    { value: '990101', label: '东湖区', group: '明州市' },
    { value: '990203', label: '松坪县', group: '安澜市' },
    { value: '880101', label: '880101' },
  ]);
});

test('the register can be narrowed to a province, a city or a district, by whole levels of the code', () => {
  expect(filterOptions(regions, 'zh-CN', (name) => `${name}全境`)).toEqual([
    { value: '99', label: '云岭省全境' },
    { value: '9901', label: '明州市全境', group: '明州市' },
    { value: '990101', label: '东湖区', group: '明州市' },
    { value: '9902', label: '安澜市全境', group: '安澜市' },
    { value: '990203', label: '松坪县', group: '安澜市' },
  ]);
});

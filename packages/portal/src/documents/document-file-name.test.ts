import { expect, test } from 'vitest';
import { documentFileName } from './document-file-name.ts';

test('a document is saved under its title and number', () => {
  const number = '东湖区市监（演示）登字〔2026〕第12号';
  expect(documentFileName({ title: '不予登记通知书', number })).toBe(`不予登记通知书-${number}.pdf`);
});

test('no title leads into another folder, hides the end of its name or is no PDF', () => {
  const name = documentFileName({ title: '../../.bashrc\r\n\u202efdp', number: 'a".exe\u2028<b>|' });
  expect(name).toBe('.._.._.bashrc___fdp-a_.exe__b__.pdf');
  expect(documentFileName({ title: '长'.repeat(400), number: '1' })).toHaveLength(124);
});

import { expect, test } from 'vitest';
import * as index from './index.ts';

test('the package hands out exactly these names', () => {
  expect(Object.keys(index).sort()).toEqual([
    'AUDIT_KINDS',
    'AuditError',
    'LineShipper',
    'MAX_EXPORT_LINES',
    'MAX_LINE_LENGTH',
    'checkStream',
    'diskFiles',
    'exportStream',
    'footprintLine',
    'formatLine',
    'officerNumber',
    'openAuditStream',
    'parseLine',
  ]);
});

import { expect, it } from 'vitest';
import * as ledger from './index.ts';

it('the package offers these names and no other', () => {
  expect(Object.keys(ledger).sort()).toEqual([
    'LedgerError',
    'MAX_DUE_PER_BLOCK',
    'MAX_WINDOW_MS',
    'MemoryState',
    'NEWEST_PROTOCOL',
    'PLATFORM',
    'REPLAY_BUCKET_MS',
    'StateTree',
    'applyBlock',
    'checkTransaction',
    'compareDueRows',
    'creditCode',
    'decide',
    'deedNames',
    'dueOf',
    'isCreditCode',
    'nodeHasherOf',
    'parseContractVerdict',
    'recordKey',
    'refusalCodes',
    'replayBucket',
    'roleSubject',
  ]);
});

it('the deeds are these', () => {
  expect([...ledger.deedNames].sort()).toEqual([
    'cases.decide',
    'cases.submit',
    'keys.register',
    'keys.revoke',
    'licences.change',
    'licences.close',
    'licences.issue',
    'licences.restore',
    'licences.revoke',
    'licences.suspend',
    'organisations.register',
    'organisations.update',
    'protocol.raise',
    'roles.grant',
    'roles.revoke',
    'services.register',
  ]);
});

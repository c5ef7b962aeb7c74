import { expect, test } from 'vitest';
import * as sdk from './index.ts';

test('the package gives these names and no others', () => {
  expect(Object.keys(sdk).sort()).toEqual([
    'Client',
    'DepartmentClient',
    'SDK_ERROR_CODES',
    'SdkError',
    'ServerError',
    'checkConsistency',
    'createCaseKey',
    'fetchTrust',
    'findCaseKey',
    'importSigner',
    'indexedDbKeyStore',
    'makeLicenceFile',
    'memoryKeyStore',
    'memoryPinStore',
    'open',
    'pinCheckpoint',
    'pinStoreOver',
    'randomId',
    'readVerifiedState',
    'requestAttestation',
    'seal',
    'signCaseProof',
    'signIn',
    'submit',
    'submitSigned',
    'verifyLicence',
    'verifyLicenceFile',
    'verifyReceipt',
    'webCryptoCheck',
    'webCryptoSigner',
  ]);
});

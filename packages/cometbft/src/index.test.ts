import { expect, test } from 'vitest';
import * as index from './index.ts';

test('the package hands out exactly these names', () => {
  expect(Object.keys(index).sort()).toEqual([
    'ENGINE_MODULE',
    'ENGINE_VERSION',
    'EngineError',
    'EngineProcess',
    'cometbftSequencer',
    'findEngine',
    'memberFolder',
    'memberOrdering',
    'openClusterPlan',
  ]);
});

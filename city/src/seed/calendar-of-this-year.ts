import { nativeSigner } from '@minglu/node';
import { calendar2026 } from './calendar-2026.ts';
import type { FoundingOptions } from './founding.ts';

/** Two editors with keys of their own. In the demonstration they are used this once; an administrator registers others for the
 * next notice, two people of them. */
export function calendarOfThisYear(randomBytes: (length: number) => Uint8Array): Required<FoundingOptions>['calendar'] {
  return {
    body: calendar2026,
    editor: nativeSigner('ES256', randomBytes(32)),
    checker: nativeSigner('ES256', randomBytes(32)),
  };
}

import { widenedSince } from './shape.ts';
import { oneOf, pattern } from './texts.ts';
import { integer } from './values.ts';

/** An organisation's or service's id: chosen by an administrator, part of state keys and addresses. */
export const id = pattern(/^[a-z][a-z0-9-]{1,62}$/);
/** A thumbprint or a commitment: 32 bytes in base64url. */
export const digest = pattern(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/);
/** A transaction id: 16 bytes in base64url. */
export const transactionId = pattern(/^[A-Za-z0-9_-]{21}[AQgw]$/);
/** A code out of a list somebody publishes; too short for a sentence, and without spaces. */
export const reasonCode = pattern(/^[A-Za-z][A-Za-z0-9-]{1,39}$/);
/** A 统一社会信用代码; from version 4 on also a number in a form that a service registered. */
export const licenceNumber = widenedSince(
  4,
  pattern(/^[0-9A-HJ-NPQRTUWXY]{18}$/),
  pattern(/^(?:[0-9A-HJ-NPQRTUWXY]{18}|[A-Z]{2,4}[0-9]{9,18})$/),
);
/** An administrative division, GB/T 2260. */
export const regionCode = pattern(/^[1-9][0-9]{5}$/);
/** A class of economic activity, GB/T 4754, four digits. */
export const activityCode = pattern(/^[0-9]{4}$/);
/** The roles of protocol version 1. */
export const firstRole = oneOf('administrator', 'registrar', 'attester');
/** The roles of protocol versions 2 and 3. */
export const secondRole = oneOf('administrator', 'registrar', 'attester', 'head', 'calendar-editor');
export const role = oneOf(
  'administrator',
  'registrar',
  'attester',
  'head',
  'calendar-editor',
  'security-administrator',
  'auditor',
);
/** What an application can be returned for, and other codes that a service's own list gives words to. */
export const pointCode = pattern(/^[a-z-]{1,40}$/);
/** Milliseconds since 1970, up to the year 9999. */
export const instant = integer(1, 253_402_300_799_999);

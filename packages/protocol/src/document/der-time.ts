import { stringFromUnits } from '../encoding/ascii.ts';
import { type Der, malformed } from './der.ts';

const UTC_TIME = 0x17;
const GENERALIZED_TIME = 0x18;
const WHOLE = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d{1,3})\d*)?Z$/;

/** Milliseconds since 1970 of a UTCTime or GeneralizedTime in Z, as RFC 5280 and RFC 3161 want them. Throws `document-malformed`. */
export function timeOf(der: Der | undefined): number {
  if (der?.tag !== UTC_TIME && der?.tag !== GENERALIZED_TIME) throw malformed();
  const text = stringFromUnits([...der.value]);
  // Two digits of a year are 1950 to 2049 (RFC 5280, 4.1.2.5.1).
  const century = der.tag === GENERALIZED_TIME ? '' : text.slice(0, 2) < '50' ? '20' : '19';
  const parts = WHOLE.exec(century + text);
  if (parts === null) throw malformed();
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1, 7).map(Number);
  const days = firstOfMonth(year, month) + day - 1;
  return ((days * 24 + hour) * 60 + minute) * 60_000 + second * 1_000 + Number((parts[7] ?? '0').padEnd(3, '0'));
}

/** Days from 1970-01-01 to the first of a month, in years that begin in March (Howard Hinnant, days_from_civil). */
function firstOfMonth(year: number, month: number): number {
  const march = month <= 2 ? year - 1 : year;
  const era = Math.floor(march / 400);
  const yearOfEra = march - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5);
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

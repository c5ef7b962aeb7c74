import { expect, test } from 'vitest';
import { parseLicenceNumber } from './parse-licence-number.ts';

// The code of an existing public body, printed in many public lists: checks our arithmetic against the world's.
const known = '91350100M000100Y43';

test('a number of the standard is accepted as it is printed', () => {
  expect(parseLicenceNumber(known)).toEqual({ number: known });
});

test('spaces, small letters and full-width characters are forgiven', () => {
  expect(parseLicenceNumber(' 9135 0100 m000 100y 43 ')).toEqual({ number: known });
  expect(parseLicenceNumber('９１３５０１００Ｍ０００１００Ｙ４３')).toEqual({ number: known });
});

test('nothing, a wrong length and a letter the standard excludes are told apart', () => {
  expect(parseLicenceNumber('  ')).toEqual({ problem: 'empty' });
  expect(parseLicenceNumber('913501')).toEqual({ problem: 'length' });
  expect(parseLicenceNumber('9135010OM000100Y43')).toEqual({ problem: 'character' });
});

test('every single slip in a digit is noticed', () => {
  for (let at = 0; at < 18; at++) {
    const wrong = known[at] === '7' ? '8' : '7';
    expect(parseLicenceNumber(known.slice(0, at) + wrong + known.slice(at + 1))).toEqual({ problem: 'check' });
  }
});

test('a number in a service’s own form is accepted, a slip in it is noticed', () => {
  const own = [...'0123456789'].map((check) => `JY2990101000001${check}`);
  const good = own.filter((number) => 'number' in parseLicenceNumber(number));
  expect(good).toHaveLength(1);
  expect(parseLicenceNumber(` jy 2990101 000001${good[0]?.at(-1)} `)).toEqual({ number: good[0] });
  expect(parseLicenceNumber('JY29901010')).toEqual({ problem: 'length' });
  expect(parseLicenceNumber('JY29901010A00011')).toEqual({ problem: 'character' });
  expect(parseLicenceNumber(`JY2990101000002${good[0]?.at(-1)}`)).toEqual({ problem: 'check' });
});

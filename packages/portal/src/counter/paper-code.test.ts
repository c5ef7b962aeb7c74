import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatPaperCode, groupedSecret, parsePaperCode, parseSecret, saltOf } from './paper-code.ts';

const secret = fc.uint8Array({ minLength: 32, maxLength: 32 });
const id = 'AAAAAAAAAAAAAAAAAAAAAA';

test('what is printed is what is read, by camera and by hand', () => {
  fc.assert(
    fc.property(secret, fc.constantFrom('王秀英', '阿依古丽·买买提', 'O’Neil & Søn'), (bytes, operator) => {
      expect(parsePaperCode(`#${formatPaperCode({ id, secret: bytes, operator })}`)).toEqual({
        ...{ id, secret: bytes, operator },
      });
      expect(parseSecret(groupedSecret(bytes))).toEqual(bytes);
    }),
  );
});

test('what is no code is no code', () => {
  for (const text of ['', '#', 'c=1&k=2', `c=${id}&k=AAAA`, `c=x&k=${'A'.repeat(43)}`])
    expect(parsePaperCode(text)).toBeUndefined();
  expect(parseSecret('王')).toBeUndefined();
});

test('the salt comes from the key alone, and differs with it', () => {
  const one = new Uint8Array(32).fill(1);
  expect(saltOf(one)).toBe(saltOf(new Uint8Array(one)));
  expect(saltOf(one)).toMatch(/^[\w-]{22}$/);
  expect(saltOf(new Uint8Array(32).fill(2))).not.toBe(saltOf(one));
});

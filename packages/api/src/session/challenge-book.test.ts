import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seeded } from '../testing/test-chain.ts';
import { ChallengeBook } from './challenge-book.ts';

const book = (name: string): ChallengeBook => {
  let draws = 0;
  return new ChallengeBook((bytes) => seeded(`${name} ${draws++}`, bytes));
};

const codeOf = (run: () => void): string => {
  try {
    run();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'good';
};

test('a challenge is good up to its last millisecond and not after it', () => {
  const challenges = book('a');
  const { challenge, expiresAt } = challenges.issue(1_000);
  expect(expiresAt).toBe(121_000);
  expect(codeOf(() => challenges.check(challenge, expiresAt))).toBe('good');
  expect(codeOf(() => challenges.check(challenge, expiresAt + 1))).toBe('challenge-expired');
});

test('a challenge changed in any bit, its expiry included, was never made here', () => {
  const challenges = book('a');
  const bytes = Buffer.from(challenges.issue(1_000).challenge, 'base64url');
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const bent = Buffer.from(bytes);
    bent[bit >> 3] = (bent[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(codeOf(() => challenges.check(bent.toString('base64url'), 1_000))).toBe('challenge-unknown');
  }
});

test('no text but one that was issued is good, however it is written', () => {
  const challenges = book('a');
  const { challenge } = challenges.issue(1_000);
  for (const text of [`${challenge}=`, ` ${challenge}`, `${challenge}\n`, challenge.slice(0, -1), `${challenge}AA`, ''])
    expect(codeOf(() => challenges.check(text, 1_000))).toBe('challenge-unknown');
  for (const at of challenge.slice(1).split('').keys()) {
    const bent = `${challenge.slice(0, at)}${challenge[at] === 'A' ? 'B' : 'A'}${challenge.slice(at + 1)}`;
    expect(codeOf(() => challenges.check(bent, 1_000))).toBe('challenge-unknown');
  }
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), (text) => {
      expect(codeOf(() => challenges.check(text, 1_000))).toBe('challenge-unknown');
    }),
    { seed: 4 },
  );
});

test('a challenge of another server, or of this one before its restart, is unknown', () => {
  const { challenge } = book('a').issue(1_000);
  expect(codeOf(() => book('b').check(challenge, 1_000))).toBe('challenge-unknown');
});

test('looked at as often as one likes, a challenge is used once, and no other with it', () => {
  const challenges = book('a');
  const [one, other] = [challenges.issue(1_000).challenge, challenges.issue(1_000).challenge];
  for (let look = 0; look < 3; look++) challenges.check(one, 1_000);
  challenges.use(one, 1_000);
  expect(codeOf(() => challenges.use(one, 1_000))).toBe('challenge-used');
  expect(codeOf(() => challenges.check(one, 121_000))).toBe('challenge-used');
  expect(codeOf(() => challenges.use(other, 1_000))).toBe('good');
});

test('a used challenge stays used until it would have expired, however many are used after it', () => {
  const challenges = book('a');
  const made = Array.from({ length: 50 }, (_, place) => challenges.issue(place * 1_000));
  for (const [place, { challenge }] of made.entries()) challenges.use(challenge, 100_000 + place);
  for (const { challenge, expiresAt } of made) {
    expect(codeOf(() => challenges.use(challenge, expiresAt))).toBe('challenge-used');
    expect(codeOf(() => challenges.use(challenge, expiresAt + 1))).toBe('challenge-expired');
  }
});

import { describe, expect, it } from 'vitest';
import vectors from '../../../../vectors/abci/cometbft-v0.38.json' with { type: 'json' };
import { decodeAnswer, decodeRequest, encodeAnswer, encodeException, encodeRequest } from './envelope.ts';
import { FrameReader } from './frame-reader.ts';
import { type MethodName, methods } from './methods.ts';

/** The message in a frame as it travels. */
function unframe(hex: string): Uint8Array {
  const [frame, ...more] = new FrameReader(1_000_000).push(Buffer.from(hex, 'hex'));
  expect(more).toEqual([]);
  return frame as Uint8Array;
}

/** Our value as the JSON mapping of protobuf says it, as far as `expected` shows which of its forms is meant. */
function asJson(value: unknown, expected: unknown): unknown {
  if (value instanceof Uint8Array) {
    return expected === null && value.length === 0 ? null : Buffer.from(value).toString('base64');
  }
  if (value === undefined) return null;
  if (typeof value === 'number') return typeof expected === 'string' ? String(value) : value;
  if (Array.isArray(value)) return value.map((one, at) => asJson(one, (expected as unknown[])[at]));
  if (typeof value !== 'object' || value === null) return value;
  if (typeof expected === 'string') return instantOrSpan(value as { seconds: number; nanos: number }, expected);
  const members = Object.entries(value).map(([name, one]) => [name, asJson(one, wanted(expected, name))] as const);
  // A oneof shows only the member that is set.
  return Object.fromEntries(members.filter(([name]) => name !== 'secp256k1'));
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function wanted(expected: unknown, name: string): unknown {
  const members = expected as Record<string, unknown>;
  return name in members ? members[name] : members[snake(name)];
}

function instantOrSpan({ seconds, nanos }: { seconds: number; nanos: number }, expected: string): string {
  if (expected.endsWith('s')) return `${seconds}s`;
  const date = new Date(seconds * 1_000).toISOString().slice(0, 19);
  return `${date}${nanos === 0 ? '' : `.${String(nanos).padStart(9, '0')}`}Z`;
}

/** The names of two fields stand as the definition wrote them. */
function camel(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camel);
  if (typeof value !== 'object' || value === null) return value;
  const rename = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [rename(name), camel(one)]));
}

describe('messages of the engine', () => {
  it('are there for all sixteen calls, both ways', () => {
    const asked = new Set(vectors.requests.map(({ method }) => method));
    const answered = new Set(vectors.responses.map(({ method }) => method));
    expect([...asked].sort()).toEqual(Object.keys(methods).sort());
    expect([...answered].sort()).toEqual([...Object.keys(methods), 'exception'].sort());
  });

  it.each(vectors.requests.map((one, at) => ({ ...one, at })))(
    'request $at, $method, says what the engine said',
    (one) => {
      const { method, value } = decodeRequest(unframe(one.frame));
      expect(method).toBe(one.method);
      expect(asJson(value, camel(one.value))).toEqual(camel(one.value));
    },
  );

  it.each(vectors.responses.map((one, at) => ({ ...one, at })))(
    'response $at, $method, is what the engine would have written',
    (one) => {
      const answer = decodeAnswer(unframe(one.frame));
      expect(answer.method).toBe(one.method);
      expect(asJson(answer.value, camel(one.value))).toEqual(camel(one.value));
      const again =
        answer.method === 'exception'
          ? encodeException(answer.value.error)
          : encodeAnswer(answer.method, answer.value as object);
      expect(Buffer.from(again).toString('hex')).toBe(one.frame);
    },
  );

  it.each(vectors.requests)('what plays the engine asks $method as it reads it', ({ method, frame }) => {
    const { value } = decodeRequest(unframe(frame));
    const again = decodeRequest(unframe(Buffer.from(encodeRequest(method as MethodName, value)).toString('hex')));
    expect(again).toEqual({ method, value });
  });
});

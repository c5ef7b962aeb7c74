import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../encoding/strict-json.ts';
import { ProtocolError } from '../errors.ts';
import { MAX_ATTACHMENTS, MAX_OBJECT_BYTES, parseAttachments } from './attachments.ts';

const page = { kind: 'premises', digest: 'a1'.repeat(32), bytes: 1_000, mediaType: 'image/jpeg' };
const refused = expect.objectContaining({ name: 'ProtocolError', code: 'attachment-list' });

describe('the attachments a sidecar names', () => {
  it('are read as they stand, and are none where nothing is said of them', () => {
    expect(parseAttachments({ attachments: [page, page] })).toEqual([page, page]);
    expect(parseAttachments({ employees: 2 })).toEqual([]);
  });

  it.each<[string, JsonValue]>([
    ['no list', {}],
    ['too many', new Array<JsonValue>(MAX_ATTACHMENTS + 1).fill(page)],
    ['no object', ['premises']],
    ['another member', [{ ...page, name: '张三.jpg' }]],
    ['another order', [{ digest: page.digest, kind: page.kind, bytes: 1, mediaType: 'image/jpeg' }]],
    ['a name that leads elsewhere', [{ ...page, digest: '../../etc/passwd' }]],
    ['a digest in capitals', [{ ...page, digest: page.digest.toUpperCase() }]],
    ['no bytes', [{ ...page, bytes: 0 }]],
    ['too many bytes', [{ ...page, bytes: MAX_OBJECT_BYTES + 1 }]],
    ['a kind of two words', [{ ...page, kind: 'two words' }]],
    ['a media type with parameters', [{ ...page, mediaType: 'text/html; charset=utf-8' }]],
  ])('with %s are refused', (_what, attachments) => {
    expect(() => parseAttachments({ attachments })).toThrow(refused);
  });

  it('of any JSON are a list or a ProtocolError', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (attachments) => {
        try {
          parseAttachments({ attachments } as JsonObject);
        } catch (error) {
          expect(error).toBeInstanceOf(ProtocolError);
        }
      }),
    );
  });
});

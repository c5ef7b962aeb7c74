import { type DocumentWords, parseDocumentWords } from './document-words.ts';

const MARK = '/Type /EmbeddedFile';
const STREAM = 'stream\n';
/** A few KB; a file that swells to more than this is none of ours. */
const MAX_WORDS_BYTES = 262_144;

/**
 * The words that a department put into a PDF of its own (ISO 32000-1, 7.11.4); nothing in one that has none. They are as
 * good as the seal: whoever shows them has checked it first.
 */
export async function wordsInPdf(bytes: Uint8Array): Promise<DocumentWords | undefined> {
  const text = new TextDecoder('latin1').decode(bytes);
  const at = text.indexOf(MARK);
  // Two of them: nobody could say which one is meant.
  if (at < 0 || text.indexOf(MARK, at + 1) >= 0) return undefined;
  const start = text.indexOf(STREAM, at) + STREAM.length;
  const length = Number(/\/Length (\d+)/.exec(text.slice(at, start))?.[1] ?? Number.NaN);
  if (!Number.isSafeInteger(length) || length > bytes.length) return undefined;
  const data = Uint8Array.from(bytes.subarray(start, start + length));
  const isDeflated = text.slice(at, start).includes('/FlateDecode');
  const words = isDeflated ? await inflate(data) : data;
  return words === undefined ? undefined : parseDocumentWords(new TextDecoder().decode(words));
}

async function inflate(data: Uint8Array<ArrayBuffer>): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    const reader = new Blob([data]).stream().pipeThrough(new DecompressionStream('deflate')).getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      chunks.push(next.value);
      length += next.value.length;
      if (length > MAX_WORDS_BYTES) return undefined;
    }
  } catch {
    return undefined;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

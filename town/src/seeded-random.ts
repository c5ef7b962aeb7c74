import { concatBytes, sha256, utf8Encode } from '@minglu/protocol';

/** The same bytes for the same seed, in the order asked: a story that failed can be played again. */
export function seededRandom(seed: string): (length: number) => Uint8Array {
  let counter = 0;
  return (length) => {
    const parts: Uint8Array[] = [];
    for (let had = 0; had < length; had += 32) {
      counter += 1;
      parts.push(sha256(utf8Encode(`minglu town\n${seed}\n${counter}`)));
    }
    return concatBytes(...parts).slice(0, length);
  };
}

import { formatCheckpointBody, formatSignatureLine, parseCheckpoint, utf8Encode, type Vkey } from '@minglu/protocol';
import { checkSignatureNative } from '../crypto/native-signature.ts';

/** What a member signed at a size. */
export interface MemberLine {
  readonly member: Vkey;
  readonly size: number;
  readonly root: Uint8Array;
  /** Its signature line, with its newline. */
  readonly line: string;
}

/** A member's latest sizes; what it signs ahead of everybody pushes out only its own. */
const MAX_SIZES = 256;

/** Verified lines of the other members, each member once a size. A member that signs twice is believed the first time. */
export class LineBook {
  readonly #origin: string;
  readonly #members: readonly Vkey[];
  readonly #lines: readonly Map<number, MemberLine>[];

  constructor(origin: string, others: readonly Vkey[]) {
    this.#origin = origin;
    this.#members = others;
    this.#lines = others.map(() => new Map());
  }

  /** The lines in `note` that are new and genuine, also ones that contradict what was kept. Throws what `parseCheckpoint` throws. */
  add(note: string): readonly MemberLine[] {
    const { origin, size, root, note: parsed } = parseCheckpoint(note);
    // A body with more in it is signed as another text: its line fits under no checkpoint of this log. Of nothing everybody has the same.
    if (size === 0 || origin !== this.#origin || parsed.text !== formatCheckpointBody({ origin, size, root }))
      return [];
    const added: MemberLine[] = [];
    for (const signature of parsed.signatures) {
      const at = this.#members.findIndex(({ name, keyId }) => name === signature.name && keyId === signature.keyId);
      const [member, lines] = [this.#members[at], this.#lines[at]];
      if (member === undefined || lines === undefined) continue;
      const line = formatSignatureLine(signature);
      if (lines.get(size)?.line === line) continue;
      if (!checkSignatureNative(member.key, utf8Encode(parsed.text), signature.bytes)) continue;
      const found = { member, size, root, line };
      if (!lines.has(size)) keep(lines, found);
      added.push(found);
    }
    return added;
  }

  /** In the order of the members. */
  at(size: number): readonly MemberLine[] {
    return this.#lines.flatMap((lines) => lines.get(size) ?? []);
  }

  /** Sizes in (`after`, `upTo`] that somebody signed. */
  sizes(after: number, upTo: number): readonly number[] {
    const sizes = new Set(this.#lines.flatMap((lines) => [...lines.keys()]));
    return [...sizes].filter((size) => size > after && size <= upTo);
  }
}

function keep(lines: Map<number, MemberLine>, line: MemberLine): void {
  lines.set(line.size, line);
  if (lines.size <= MAX_SIZES) return;
  for (const oldest of lines.keys()) {
    lines.delete(oldest);
    return;
  }
}

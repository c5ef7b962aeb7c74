const BLOCK = 512;

/** One regular file or symbolic link of a tar archive. */
export interface TarMember {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly linkTarget: string | undefined;
}

/** Members of a ustar archive (POSIX.1-1988): only what a library archive holds, files and links; the rest is skipped. */
export function untar(archive: Uint8Array): TarMember[] {
  const members: TarMember[] = [];
  let offset = 0;
  while (offset + BLOCK <= archive.length) {
    const header = archive.subarray(offset, offset + BLOCK);
    const name = textAt(header, 0, 100);
    if (name === '') break;
    const size = Number.parseInt(textAt(header, 124, 12), 8) || 0;
    const type = String.fromCharCode(header[156] ?? 0);
    const prefix = textAt(header, 345, 155);
    const bytes = archive.subarray(offset + BLOCK, offset + BLOCK + size);
    const fullName = prefix === '' ? name : `${prefix}/${name}`;
    if (type === '0' || type === '\0') members.push({ name: fullName, bytes, linkTarget: undefined });
    if (type === '2') members.push({ name: fullName, bytes, linkTarget: textAt(header, 157, 100) });
    offset += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return members;
}

function textAt(bytes: Uint8Array, from: number, length: number): string {
  const field = bytes.subarray(from, from + length);
  const end = field.indexOf(0);
  return new TextDecoder().decode(end === -1 ? field : field.subarray(0, end)).trim();
}

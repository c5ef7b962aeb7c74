import { entriesPath, TILE_WIDTH, tilePath } from '@minglu/protocol';

/** Every file of a log of `size` entries as C2SP tlog-tiles lays it out, partial ones of the right edge included. */
export function publishedPaths(size: number): string[] {
  const paths: string[] = [];
  for (let level = 0, hashes = size; hashes > 0; level += 1, hashes = Math.floor(hashes / TILE_WIDTH)) {
    for (let index = 0; index * TILE_WIDTH < hashes; index += 1) {
      const width = Math.min(TILE_WIDTH, hashes - index * TILE_WIDTH);
      paths.push(tilePath(level, index, width));
      if (level === 0) paths.push(entriesPath(index, width));
    }
  }
  return paths;
}

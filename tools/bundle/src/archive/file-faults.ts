import type { BundleFile } from '../bundle-file.ts';

const FORBIDDEN =
  /(^|\/)(\.git[^/]*|\.city|\.cache|testing|tests?|__tests__|coverage)(\/|$)|(^|[/.])(test|spec)\.[cm]?[jt]sx?$|^data\//;
const PLAIN_NAME = /^(?!\.{1,2}(\/|$))[\w@.+-]+(\/(?!\.{1,2}(\/|$))[\w@.+-]+)*$/;

/**
 * What must not leave this machine, or cannot be listed: a test, a data folder, a file that names a place of this machine, a
 * name that a list of hashes would have to quote, two files of one name.
 * @param places texts that name a folder of this machine
 */
export function fileFaults(files: readonly BundleFile[], places: readonly string[]): string[] {
  const seen = new Set<string>();
  return files.flatMap(({ path, bytes }) => {
    const twice = seen.has(path);
    seen.add(path);
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const place = places.find((one) => text.includes(one));
    return [
      ...(twice ? [`${path} stands twice`] : []),
      ...(FORBIDDEN.test(path) ? [`${path} has no place in an archive`] : []),
      ...(PLAIN_NAME.test(path) ? [] : [`${path} is no plain name`]),
      ...(place === undefined ? [] : [`${path} names a folder of this machine`]),
    ];
  });
}

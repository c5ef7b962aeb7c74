import { hexEncode, sha256, utf8Encode } from '@minglu/protocol';

/** Lower-case hex SHA-256 of a log's origin: how an origin stands in a path or a file name. */
export function originHash(origin: string): string {
  return hexEncode(sha256(utf8Encode(origin)));
}

import { ProtocolError } from '../errors.ts';
import { findDecimal } from './decimal.ts';

/** Hashes of a full tile, entries of a full bundle (C2SP tlog-tiles). */
export const TILE_WIDTH = 256;

/** Where a static resource of the log stands. `width` is 256 for a full one, 1 to 255 for a partial one. */
export type TilePlace =
  | { readonly kind: 'hashes'; readonly level: number; readonly index: number; readonly width: number }
  | { readonly kind: 'entries'; readonly index: number; readonly width: number };

const PATH = /^tile\/(entries|[0-9]{1,2})\/((?:x[0-9]{3}\/){0,5}[0-9]{3})(?:\.p\/([0-9]{1,3}))?$/;

/** `tile/<L>/<N>[.p/<W>]`. Throws `tile-path-malformed`. */
export function tilePath(level: number, index: number, width: number = TILE_WIDTH): string {
  if (!Number.isSafeInteger(level) || level < 0 || level > 63) throw new ProtocolError('tile-path-malformed');
  return `tile/${level}/${indexPath(index, width)}`;
}

/** `tile/entries/<N>[.p/<W>]`. Throws `tile-path-malformed`. */
export function entriesPath(index: number, width: number = TILE_WIDTH): string {
  return `tile/entries/${indexPath(index, width)}`;
}

/** The place that a path names; each place has one path. Throws `tile-path-malformed`. */
export function parseTilePath(path: string): TilePlace {
  const [whole, kind = '', digits = '', widthText] = PATH.exec(path) ?? [];
  const index = Number(digits.replaceAll(/[x/]/g, ''));
  const width = widthText === undefined ? TILE_WIDTH : findDecimal(widthText);
  if (whole === undefined || width === undefined || (widthText !== undefined && width === TILE_WIDTH)) {
    throw new ProtocolError('tile-path-malformed');
  }
  const again = kind === 'entries' ? entriesPath(index, width) : tilePath(Number(kind), index, width);
  if (again !== path) throw new ProtocolError('tile-path-malformed');
  return kind === 'entries' ? { kind, index, width } : { kind: 'hashes', level: Number(kind), index, width };
}

/** The index in groups of three digits, all but the last marked with x, so that no file is also a folder. */
function indexPath(index: number, width: number): string {
  const wrongWidth = !Number.isSafeInteger(width) || width < 1 || width > TILE_WIDTH;
  if (!Number.isSafeInteger(index) || index < 0 || wrongWidth) throw new ProtocolError('tile-path-malformed');
  let path = threeDigits(index);
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
    path = `x${threeDigits(rest)}/${path}`;
  }
  return width === TILE_WIDTH ? path : `${path}.p/${width}`;
}

function threeDigits(value: number): string {
  return String(value % 1000).padStart(3, '0');
}

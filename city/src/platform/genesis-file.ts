import type { Genesis } from '@minglu/ledger';
import { formatStrictJson, isJsonObject, parseStrictJsonObject } from '@minglu/protocol';
import { CityError } from '../city-error.ts';

/** `genesis.json`: the public things a chain begins with; `protocol` only where it does not begin with the first version. Whoever replays a ledger needs them and no secret. */
export function formatGenesis({ chain, founder, time, protocol }: Genesis): string {
  const version = protocol === undefined ? {} : { protocol };
  return formatStrictJson({ v: 0, type: 'minglu-genesis', chain, founder, time, ...version });
}

/** Throws `record-damaged`. */
export function parseGenesis(text: string): Genesis {
  try {
    const { v, type, chain, founder, time, protocol } = parseStrictJsonObject(text.trimEnd());
    const known = v === 0 && type === 'minglu-genesis' && typeof chain === 'string' && typeof time === 'number';
    if (known && isJsonObject(founder)) {
      if (protocol === undefined) return { chain, founder, time };
      if (typeof protocol === 'number') return { chain, founder, time, protocol };
    }
  } catch {
    // falls through: what cannot be read is no genesis
  }
  throw new CityError('record-damaged', { file: 'genesis.json' });
}

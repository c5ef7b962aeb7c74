import type { Genesis } from '@minglu/ledger';
import { formatStrictJson, isJsonObject, parseStrictJsonObject } from '@minglu/protocol';
import { CityError } from '../city-error.ts';

/** `genesis.json`: the three public things a chain begins with. Whoever replays a ledger needs them and no secret. */
export function formatGenesis({ chain, founder, time }: Genesis): string {
  return formatStrictJson({ v: 0, type: 'minglu-genesis', chain, founder, time });
}

/** Throws `record-damaged`. */
export function parseGenesis(text: string): Genesis {
  try {
    const { v, type, chain, founder, time } = parseStrictJsonObject(text.trimEnd());
    const known = v === 0 && type === 'minglu-genesis' && typeof chain === 'string' && typeof time === 'number';
    if (known && isJsonObject(founder)) return { chain, founder, time };
  } catch {
    // falls through: what cannot be read is no genesis
  }
  throw new CityError('record-damaged', { file: 'genesis.json' });
}

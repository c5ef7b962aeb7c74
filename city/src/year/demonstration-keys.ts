import { base64urlEncode } from '@minglu/protocol';
import { DEPARTMENTS } from '../seed/organisations.ts';
import { keysOfDepartment, nameOfKey, yearSecret, yearSigner } from './year-keys.ts';

interface DemonstrationKeys {
  /** Base64url. */
  readonly secrets: ReadonlySet<string>;
  readonly kids: ReadonlySet<string>;
}

/** Keys that whoever has this program has too: no ledger that is meant may know them. */
export function demonstrationKeys(): DemonstrationKeys {
  known ??= deriveKeys();
  return known;
}

let known: DemonstrationKeys | undefined;

function deriveKeys(): DemonstrationKeys {
  const { founder, editor, checker } = nameOfKey;
  const names = [founder, editor, checker, ...DEPARTMENTS.flatMap(({ id }) => [...keysOfDepartment(id).values()])];
  return {
    secrets: new Set(names.map((name) => base64urlEncode(yearSecret(name)))),
    kids: new Set(names.map((name) => yearSigner(name).publicKey.kid)),
  };
}

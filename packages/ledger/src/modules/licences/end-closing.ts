import type { Draft } from '../../state/draft.ts';
import type { LicenceRecord } from '../../state/licence-record.ts';

/** The licence goes on as if nobody had applied for its closing. */
export function endClosing(draft: Draft, number: string): LicenceRecord {
  const { closing: _closing, ...licence } = draft.get('licence', number);
  draft.write('licence', number, licence);
  return licence;
}

import { accessRule } from '../../access/access-rule.ts';
import { defineDeed } from '../../deed.ts';
import { event } from '../../events.ts';
import { transactionId } from '../../shape/ids.ts';
import type { BodyOf } from '../../shape/shape.ts';
import { oneOf } from '../../shape/texts.ts';
import type { RecordFinder } from '../../state/record-finder.ts';
import { holderOf } from '../licences/licence-rules.ts';
import { annulmentExists, annulmentIs } from './annulment-rules.ts';
import { writeAnnulment } from './write-annulment.ts';

const body = { annulment: transactionId, ground: oneOf('civil-dispute', 'lawsuit', 'open-offence') };
type Body = BodyOf<typeof body>;

/** 申请中止调查 (实施细则 54): by whoever asked for the annulment, or by the shop itself. An officer decides on it. */
export const askStay = defineDeed({
  name: 'annulments.ask-stay',
  since: 3,
  body,
  sidecar: 'optional',
  rules: [annulmentExists, accessRule<Body>('annulments.ask-stay', partyOf), annulmentIs('investigated')],
  effect: ({ annulment: id, ground }, _context, draft) => {
    const record = draft.get('annulment', id);
    writeAnnulment(draft, id, { ...record, stayAsked: ground });
    const { licence, organ } = record;
    return { events: [event('annulment.stay-asked', { annulment: id, licence, organ, ground })] };
  },
});

/** Two keys are parties to it; the one that signed, where it is one of them. */
function partyOf({ annulment: id }: Body, records: RecordFinder, kid: string): { readonly holder: string } {
  const record = records.find('annulment', id);
  return { holder: record?.asker === kid ? kid : holderOf(records, record?.licence ?? '') };
}

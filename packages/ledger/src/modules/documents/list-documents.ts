import { accessRule } from '../../access/access-rule.ts';
import { type DeedContext, defineDeed } from '../../deed.ts';
import { event } from '../../events.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { digest, id } from '../../shape/ids.ts';
import { type BodyOf, optional } from '../../shape/shape.ts';
import { listOf } from '../../shape/values.ts';
import type { RecordFinder } from '../../state/record-finder.ts';
import { organisationExists } from '../organisations/organisation-exists.ts';

const MAX_DOCUMENTS = 64;

const body = {
  org: id,
  /** SHA-256 of the certificate that the seals verify under. */
  certificate: digest,
  /** SHA-256 of the certificate of the time-stamp authority that the organ uses. */
  stamp: optional(digest),
  /** SHA-256 of each sealed file. A seal has the randomness of a key in it: nobody guesses a file from its hash. */
  documents: listOf(digest, 1, MAX_DOCUMENTS),
};
type Body = BodyOf<typeof body>;

/**
 * An organ says which 文书 are its own, under which certificate: whoever holds one asks the ledger and not the seal, for
 * anybody can make a certificate with an organ's name on it. What is listed stays as it was listed first.
 */
export const listDocuments = defineDeed({
  name: 'documents.list',
  since: 4,
  body,
  sidecar: 'none',
  rules: [
    ({ org }, context) => organisationExists(org, context),
    accessRule('documents.list', ({ org }) => ({ org })),
    somethingIsNew,
  ],
  effect: ({ org, certificate, stamp, documents }, { records, timeMs }, draft) => {
    const added = documents.filter((document) => !isListed(document, records));
    const { name: organName } = draft.get('org', org);
    const stamped = stamp === undefined ? {} : { stamp };
    for (const document of added)
      draft.create('document', document, { org, organName, certificate, ...stamped, since: timeMs });
    return { events: [event('documents.listed', { org, count: added.length })] };
  },
});

/** Asked again after a crash, the organ's process need not know which of them are there. */
function somethingIsNew({ documents }: Body, { records }: DeedContext): Refusal | undefined {
  return documents.every((document) => isListed(document, records)) ? refuse('nothing-changes') : undefined;
}

function isListed(document: string, records: RecordFinder): boolean {
  return records.find('document', document) !== undefined;
}

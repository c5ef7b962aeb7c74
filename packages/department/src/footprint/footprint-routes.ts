import { type FootprintView, footprintLine, type OpenAuditStream } from '@minglu/audit';
import type { JsonObject } from '@minglu/protocol';
import type { Handler } from '../http/serve.ts';
import type { CaseCounter } from '../proof/case-counter.ts';

const PROOFS_LIMIT = 50;
/** Newest lines of one case; a case of which more is known has the rest in its own copy's next page. */
const LINES_LIMIT = 200;

export interface FootprintDesk {
  readonly counter: CaseCounter;
  readonly stream: Pick<OpenAuditStream, 'read'>;
  /** Thumbprints of the department's own attesting keys, this one and those before: its process, no person. */
  readonly officeKids: readonly string[];
  /** As lines name whose token it is. Throws `session-required`. */
  accountOf(body: JsonObject): string;
}

/**
 * 我的数据足迹 of this department: `POST /footprint` `{"proofs":[…]}` of purpose `footprint.read` → `{"lines":[…]}`, newest first;
 * a case that does not prove is left out. `POST /footprint/own` `{"token"}`: where facts of the token's person were used,
 * in whosever case. No line is kept of looking: looking would make the list longer.
 */
export function footprintRoutes({ counter, stream, officeKids, accountOf }: FootprintDesk): Record<string, Handler> {
  return {
    'POST /footprint': async ({ proofs }) => {
      const proven = await counter.proveEach(proofs, 'footprint.read', PROOFS_LIMIT);
      const holders = new Map(proven.map(({ note }) => [note.id, note.holder]));
      const pages = [...holders].map(async ([id, holder]) => {
        const { lines } = await stream.read({ case: id, before: Number.POSITIVE_INFINITY, limit: LINES_LIMIT });
        return lines.map((line) => footprintLine(line, viewOf(officeKids, holder)));
      });
      const lines = (await Promise.all(pages)).flat();
      return { lines: lines.toSorted((a, b) => b.at - a.at).map((line) => ({ ...line })) };
    },
    'POST /footprint/own': async (body) => {
      const account = accountOf(body);
      const newest = { before: Number.POSITIVE_INFINITY, limit: LINES_LIMIT };
      const used = await stream.read({ actor: account, ...newest });
      const read = await stream.read({ object: `account/${account}`, ...newest });
      const view = viewOf(officeKids, undefined);
      const lines = [
        ...used.lines.map((line) => ({ ...footprintLine(line, view), who: 'you' as const })),
        ...read.lines.map((line) => footprintLine(line, view)),
      ];
      return { lines: lines.toSorted((a, b) => b.at - a.at).map((line) => ({ ...line })) };
    },
  };
}

/** Who may act for the holder stands on the ledger; here a key that is neither theirs nor an officer's is somebody else's. */
function viewOf(officeKids: readonly string[], holder: string | undefined): FootprintView {
  return {
    isOwn: (kid) => kid === holder,
    isRepresentative: () => false,
    isOffice: (kid) => officeKids.includes(kid),
  };
}

import type { CorrectionBook } from '../corrections/correction-book.ts';
import { correctionRoutes } from '../corrections/correction-routes.ts';
import type { OfficerDesk } from '../counter/officer-desk.ts';
import { footprintRoutes } from '../footprint/footprint-routes.ts';
import { openSealed } from '../keys/open-sealed.ts';
import type { MessageDesk } from '../messages/message-desk.ts';
import type { Following } from '../open-following.ts';
import type { CaseCounter } from '../proof/case-counter.ts';
import type { DepartmentTrail } from '../trail/department-trail.ts';
import { CaseWords } from '../words/case-words.ts';
import { wordRoutes } from '../words/word-routes.ts';
import type { Desk } from './desk.ts';
import type { Handler } from './serve.ts';
import { personOf } from './signed-in.ts';

export interface CaseDesk {
  readonly desk: Desk;
  readonly counter: CaseCounter;
  readonly officers: OfficerDesk;
  readonly following: Following | undefined;
  readonly trail: DepartmentTrail;
  readonly corrections: CorrectionBook;
  readonly messages: MessageDesk;
  look(): Promise<void>;
}

/** What is asked about a case's words: opened by an officer, copied and corrected by whoever they are about, and who saw them. */
export function caseRoutes(here: CaseDesk): Record<string, Handler> {
  const { desk, counter, officers, following, trail, corrections, messages, look } = here;
  const { keys, organisation } = desk;
  const sealingJwks = [keys.sealing, ...keys.earlierSealing].map(({ privateJwk }) => privateJwk);
  const words = new CaseWords({
    papers: following?.papers,
    findCase: (id) => following?.follower.cases.find(id),
    look,
  });
  return {
    ...wordRoutes({
      ...{ words, counter, officers, pause: () => desk.pause() },
      openSealed: (jwe) => openSealed(jwe, sealingJwks),
    }),
    ...footprintRoutes({
      counter,
      stream: trail.stream,
      officeKids: [keys.attester.signer.publicKey.kid, ...keys.earlierAttesters],
      accountOf: (body) => trail.accountOf(personOf(desk, body).id),
    }),
    ...correctionRoutes({
      ...{ organisation: organisation.id, book: corrections, counter, officers },
      sealTo: keys.sealing.publicJwk,
      sealingJwks,
      onAnswered: ({ asked, answer }) =>
        messages.tell({
          id: `correction-${asked.id}`,
          kind: 'correction-answered',
          case: asked.case,
          time: answer?.at ?? asked.askedAt,
          facts: {},
        }),
      clock: () => desk.clock(),
    }),
  };
}

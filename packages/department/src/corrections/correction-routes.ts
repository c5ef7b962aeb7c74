import { officerNumber } from '@minglu/audit';
import type { JsonObject } from '@minglu/protocol';
import { seal } from '@minglu/sdk';
import type { OfficerDesk } from '../counter/officer-desk.ts';
import { DepartmentError } from '../department-error.ts';
import { textMember } from '../http/read-body.ts';
import type { Handler } from '../http/serve.ts';
import { openSealed } from '../keys/open-sealed.ts';
import { type CaseCounter, contentOf } from '../proof/case-counter.ts';
import { dueOf, parseAnswered, parseAsked } from './correction.ts';
import type { CorrectionBook, KeptCorrection } from './correction-book.ts';

const PROOFS_LIMIT = 50;
/** Of which the newest requests are, in one answer. */
const CASES_LIMIT = 1_000;
const ID = /^[\w-]{21}[AQgw]$/;

export interface CorrectionDesk {
  readonly organisation: string;
  readonly book: CorrectionBook;
  readonly counter: CaseCounter;
  /** Public key that words are sealed to at rest. */
  readonly sealTo: JsonObject;
  /** Private ones that open them: today's first. */
  readonly sealingJwks: readonly JsonObject[];
  readonly officers: OfficerDesk;
  /** The holder is told by the ways that are known. */
  onAnswered(kept: KeptCorrection): Promise<void>;
  clock(): number;
}

/**
 * 更正、补充 (个人信息保护法 46). `POST /corrections/ask` `{"proof"}` of purpose `corrections.ask` with `{"id","kind","about","words"}`;
 * `POST /corrections` `{"proofs":[…]}` of purpose `corrections.read`; `POST /officer/corrections` `{"token","case"?}`;
 * `POST /officer/corrections/answer` `{"token","case","correction","outcome","words"}`.
 */
export function correctionRoutes(desk: CorrectionDesk): Record<string, Handler> {
  return {
    'POST /corrections/ask': async ({ proof }) => {
      const proven = await desk.counter.prove(proof, 'corrections.ask');
      const { words, ...said } = parseAsked(contentOf(proven));
      const askedAt = desk.clock();
      const sealed = await seal(words, desk.sealTo);
      const { id, dueAt } = await desk.book.ask({
        ...said,
        case: proven.note.id,
        words: sealed,
        askedAt,
        dueAt: dueOf(askedAt),
      });
      return { correction: id, dueAt };
    },
    'POST /corrections': async ({ proofs }) => {
      const proven = await desk.counter.proveEach(proofs, 'corrections.read', PROOFS_LIMIT);
      const ids = [...new Set(proven.map(({ note }) => note.id))];
      return {
        corrections: await shownAll(
          desk,
          ids.flatMap((id) => desk.book.list(id)),
        ),
      };
    },
    'POST /officer/corrections': async (body) => {
      const officer = await desk.officers.officerOf(body, '/officer/corrections');
      const of = body.case === undefined ? undefined : textMember(body, 'case', ID);
      const listed = desk.book.list(of);
      const cases = [...new Set(listed.map(({ asked }) => asked.case))].slice(-CASES_LIMIT);
      const allowed = await desk.officers.allowed(officer, { deed: 'cases.read', cases });
      const seen = listed.filter(({ asked }) => allowed.has(asked.case));
      return { corrections: await shownAll(desk, seen) };
    },
    'POST /officer/corrections/answer': async (body) => {
      const officer = await desk.officers.officerOf(body, '/officer/corrections/answer');
      const id = textMember(body, 'correction', ID);
      const kept = desk.book.find(id);
      const { kid } = officer;
      if (kid === undefined) throw new DepartmentError('officer-required');
      await desk.officers.requireCase(officer, textMember(body, 'case', ID));
      if (kept === undefined || kept.asked.case !== textMember(body, 'case', ID))
        throw new DepartmentError('correction-unknown');
      const { outcome, words } = parseAnswered(body);
      const answer = { id, outcome, words: await seal(words, desk.sealTo), at: desk.clock(), kid };
      await desk.book.answer(answer);
      await desk.onAnswered({ asked: kept.asked, answer });
      return { answered: true };
    },
  };
}

/** To the holder and to the organ alike: each sees what the other does. */
function shownAll(desk: CorrectionDesk, kept: readonly KeptCorrection[]): Promise<JsonObject[]> {
  return Promise.all(
    kept.map(async ({ asked, answer }) => {
      const { words, ...facts } = asked;
      const shown: JsonObject = { ...facts, words: await openSealed(words, desk.sealingJwks) };
      if (answer === undefined) return shown;
      const { outcome, at, kid } = answer;
      const said = await openSealed(answer.words, desk.sealingJwks);
      return { ...shown, answer: { outcome, words: said, at, number: officerNumber(desk.organisation, kid) } };
    }),
  );
}

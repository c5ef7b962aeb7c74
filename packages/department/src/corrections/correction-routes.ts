import { officerNumber } from '@minglu/audit';
import type { JsonObject } from '@minglu/protocol';
import { seal } from '@minglu/sdk';
import { DepartmentError } from '../department-error.ts';
import { textMember } from '../http/read-body.ts';
import type { Handler } from '../http/serve.ts';
import { openSealed } from '../keys/open-sealed.ts';
import { type CaseCounter, contentOf } from '../proof/case-counter.ts';
import type { Person } from '../register/person.ts';
import { dueOf, parseAnswered, parseAsked } from './correction.ts';
import type { CorrectionBook, KeptCorrection } from './correction-book.ts';

const PROOFS_LIMIT = 50;
const ID = /^[\w-]{21}[AQgw]$/;

export interface CorrectionDesk {
  readonly organisation: string;
  readonly book: CorrectionBook;
  readonly counter: CaseCounter;
  /** Public key that words are sealed to at rest. */
  readonly sealTo: JsonObject;
  /** Private ones that open them: today's first. */
  readonly sealingJwks: readonly JsonObject[];
  /** Throws unless the body's token is one of this department's officers. */
  officerOf(body: JsonObject): Person;
  /** Thumbprint of the officer's registered key. */
  keyOf(officer: Person): string | undefined;
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
      requireDuty(desk, body);
      const of = body.case === undefined ? undefined : textMember(body, 'case', ID);
      return { corrections: await shownAll(desk, desk.book.list(of)) };
    },
    'POST /officer/corrections/answer': async (body) => {
      const kid = desk.keyOf(requireDuty(desk, body));
      const id = textMember(body, 'correction', ID);
      const kept = desk.book.find(id);
      if (kid === undefined) throw new DepartmentError('officer-required');
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

function requireDuty(desk: CorrectionDesk, body: JsonObject): Person {
  const officer = desk.officerOf(body);
  if (!officer.duties.includes('registrar') && !officer.duties.includes('head'))
    throw new DepartmentError('officer-required');
  return officer;
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

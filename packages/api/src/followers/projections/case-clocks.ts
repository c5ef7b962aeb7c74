import type { DatabaseSync } from 'node:sqlite';
import type { JsonObject } from '@minglu/protocol';
import { numberOf, textOf } from './event-facts.ts';

export interface CaseClocks {
  /** Whether the event was one about who works on a case, or until when. */
  apply(event: string, facts: JsonObject, timeMs: number): boolean;
}

/** Who works on a case, and by when somebody must: what a desk is sorted by. Writes for the projection of cases alone. */
export const caseClocks = (database: DatabaseSync): CaseClocks => {
  const overdue = database.prepare('update cases set overdue = 1 where id = ?');
  const late = database.prepare('update cases set late = 1 where id = ?');
  const officer = database.prepare('update cases set officer = ? where id = ?');
  const due = database.prepare('update cases set due_at = ?, provisional = ? where id = ?');
  // A notice that moves the date ahead takes back that it had passed, as the chain does.
  const inTime = database.prepare('update cases set late = 0 where id = ? and due_at >= ?');
  const extended = database.prepare('update cases set extended = 1 where id = ?');
  const review = database.prepare('update cases set review_due_at = ? where id = ?');

  const setDue = (id: string, facts: JsonObject): void => {
    due.run(numberOf(facts, 'dueAt'), facts.isProvisional === true ? 1 : 0, id);
  };
  const writers: Readonly<Record<string, (id: string, facts: JsonObject, timeMs: number) => void>> = {
    // The promise and the statute pass by events of one name: only the statute's says when it was due.
    'case.overdue': (id, facts) => (numberOf(facts, 'dueAt') === null ? overdue : late).run(id),
    'case.officer-changed': (id, facts) => officer.run(textOf(facts, 'to') || null, id),
    'case.extended': (id, facts) => {
      setDue(id, facts);
      extended.run(id);
    },
    'case.due-changed': (id, facts, timeMs) => {
      if (facts.clock === 'review') {
        review.run(numberOf(facts, 'dueAt'), id);
        return;
      }
      setDue(id, facts);
      inTime.run(id, timeMs);
    },
    'case.review-asked': (id, facts) => review.run(numberOf(facts, 'dueAt'), id),
    'case.review-answered': (id) => review.run(null, id),
  };
  return {
    apply(event, facts, timeMs) {
      const write = Object.hasOwn(writers, event) ? writers[event] : undefined;
      write?.(textOf(facts, 'case'), facts, timeMs);
      return write !== undefined;
    },
  };
};

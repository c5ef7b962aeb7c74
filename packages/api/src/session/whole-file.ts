import type { Resource } from '@minglu/ledger';
import type { ApiContext } from '../api-context.ts';
import { type Asked, keysThatMay } from './may.ts';
import type { Session, SessionKey } from './session.ts';

type Grade = NonNullable<Resource['grade']>;

/** Grades that the parts of a file can have; what is of the first anybody sees. */
const GRADES: readonly Grade[] = [2, 3, 4];

/** Keys of the session that may read a file in all its parts: what comes in one piece is given to them alone. */
export const keysForWholeFile = (
  context: ApiContext,
  session: Session,
  deed: string,
  asked: Asked,
): readonly SessionKey[] => {
  const byGrade = GRADES.map((grade) => keysThatMay(context, session, deed, { ...asked, grade }));
  const [first = [], ...others] = byGrade;
  return first.filter(({ kid }) => others.every((keys) => keys.some((one) => one.kid === kid)));
};

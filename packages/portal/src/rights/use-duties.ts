import { useQuery } from '@tanstack/react-query';
import type { Officer } from '../officer/use-officer.ts';
import { mayQuery } from './may-query.ts';

const PLATFORM = 'platform';
const DEEDS = [
  'access.approve',
  'access.judge-emergency',
  'access.propose-rule',
  'access.confirm',
  'access.explain',
  'keys.register',
];

export interface Duties {
  readonly answers: boolean;
  readonly judges: boolean;
  readonly proposes: boolean;
  readonly confirms: boolean;
  readonly explains: boolean;
  /** Lets accounts in and out: administrators and security administrators of the platform. */
  readonly keepsAccounts: boolean;
}

/**
 * What about rights the officer does at the own organisation. Asked before lists are: a question that is refused is kept
 * as a denial, and whoever only opened a page has tried nothing.
 */
export function useDuties(officer: Officer): Duties {
  const asked = useQuery({ ...mayQuery(officer, { organ: officer.session.department }, DEEDS), staleTime: 60_000 });
  const may = (name: string) => asked.data?.some(({ deed, allow }) => deed === name && allow) ?? false;
  return {
    answers: may('access.approve'),
    judges: may('access.judge-emergency'),
    proposes: may('access.propose-rule'),
    confirms: may('access.confirm'),
    explains: may('access.explain'),
    keepsAccounts: officer.session.department === PLATFORM && (may('keys.register') || may('access.propose-rule')),
  };
}

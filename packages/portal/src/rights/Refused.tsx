import { useQuery } from '@tanstack/react-query';
import { type Officer, useOfficer } from '../officer/use-officer.ts';
import { Lacking } from './Lacking.tsx';
import { lackOf, refusedDeed } from './lack.ts';
import { mayQuery } from './may-query.ts';

/** Below any refusal: what was lacking, where the answer says it. Loaded when somebody is refused. */
export function Refused({ error }: { readonly error: unknown }) {
  const officer = useOfficer();
  const lack = lackOf(error);
  const refused = refusedDeed(error);
  if (lack !== undefined) return lack.roles.length === 0 ? null : <Lacking lack={lack} />;
  if (refused === undefined || officer.data === undefined || officer.data === null) return null;
  return <RefusedDeed officer={officer.data} {...refused} />;
}

interface RefusedDeedProps {
  readonly officer: Officer;
  readonly deed: string;
  readonly organ: string;
}

function RefusedDeed({ officer, deed, organ }: RefusedDeedProps) {
  const asked = useQuery(mayQuery(officer, { organ }, [deed]));
  const lack = asked.data?.[0]?.lacking;
  return lack === undefined || lack.roles.length === 0 ? null : <Lacking lack={lack} />;
}

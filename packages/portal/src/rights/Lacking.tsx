import { useState } from 'react';
import { Notice } from '../design/Notice.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { useOfficer } from '../officer/use-officer.ts';
import { AskForRight } from './AskForRight.tsx';
import type { Lack } from './lack.ts';
import { useRightsWords } from './use-rights-words.ts';

interface LackingProps {
  readonly lack: Lack;
  /** Where what it was about lies: a right is asked for there and not everywhere. */
  readonly place?: { readonly region?: string; readonly service?: string } | undefined;
}

/** Roles of programs: nobody is told to become one. */
const PROCESSES: ReadonlySet<string> = new Set(['attester', 'recorder']);

/** “您缺少：东湖区市场监督管理局 登记员 权限；可向其申请”, and the way to ask. */
export function Lacking({ lack, place }: LackingProps) {
  const { t } = useTranslation();
  const words = useRightsWords();
  const officer = useOfficer();
  const [isAsking, setAsking] = useState(false);
  const organ = lack.org === undefined ? '' : words.orgName(lack.org);
  const held = lack.roles.filter((role) => !PROCESSES.has(role));
  const roles = (held.length === 0 ? lack.roles : held).map(words.roleName).join(t('rights.or'));
  const mayAsk = lack.requestable && lack.org !== undefined && officer.data !== undefined && officer.data !== null;
  return (
    <Notice tone="warn" title={t('rights.lacking', { organ, roles })}>
      <p>{t(mayAsk ? 'rights.mayAsk' : 'rights.mayNotAsk', { organ, deed: words.deedName(lack.deed) })}</p>
      {mayAsk && !isAsking && (
        <button type="button" className="button second" onClick={() => setAsking(true)}>
          {t('rights.ask')}
        </button>
      )}
      {isAsking && officer.data !== undefined && officer.data !== null && (
        <AskForRight officer={officer.data} deed={lack.deed} organ={lack.org ?? ''} place={place} />
      )}
    </Notice>
  );
}

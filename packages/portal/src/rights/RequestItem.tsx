import { Link } from 'react-router';
import { Tag } from '../design/Tag.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import type { Officer } from '../officer/use-officer.ts';
import { useRegions } from '../server/use-regions.ts';
import { OfficeWords } from './OfficeWords.tsx';
import { requestState, requestTones } from './request-state.ts';
import type { RightRequest } from './requests-query.ts';
import { useRightsWords } from './use-rights-words.ts';

interface RequestItemProps {
  readonly officer: Officer;
  readonly request: RightRequest;
  readonly isOwn: boolean;
  readonly children?: React.ReactNode;
}

/** One request: for what, where, why, and what became of it. */
export function RequestItem({ officer, request, isOwn, children }: RequestItemProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useRightsWords();
  const { nameOf } = useRegions();
  const state = requestState(request, Date.now());
  const where = [
    words.orgName(request.organ),
    ...(request.region === undefined ? [] : [nameOf(request.region)]),
    ...(request.service === undefined
      ? []
      : [t(`rights.services.${request.service}`, { defaultValue: request.service })]),
  ];
  const told = { time: format.time(request.given ?? request.until) };
  return (
    <li className="right-item">
      <p>
        <strong>{words.deedName(request.deed)}</strong>{' '}
        <Tag tone={requestTones[state]}>{t(`rights.state.${state}`)}</Tag>
      </p>
      <p>{words.list(where)}</p>
      <p className="soft small">
        {t('rights.askedAt', { time: format.time(request.at), reason: reasonWords(t, request.reason) })}
        {!isOwn && ` ${t('rights.askedBy', { org: words.orgName(request.org) })}`}
      </p>
      <p className="small">{t(`rights.stateWords.${state}`, told)}</p>
      {request.code !== undefined && (
        <p className="small">{t(`rights.declineCodes.${request.code}`, { defaultValue: request.code })}</p>
      )}
      {!isOwn && request.sealed !== undefined && <OfficeWords sealed={request.sealed} session={officer.session} />}
      {isOwn && state === 'approved' && request.deed === 'cases.queue' && (
        <p>
          <Link to={`/officer?organ=${request.organ}`}>{t('rights.openDesk')}</Link>
        </p>
      )}
      {children}
    </li>
  );
}

type Translate = ReturnType<typeof useTranslation>['t'];

function reasonWords(t: Translate, reason: string): string {
  return t(`rights.reasons.${reason}`, { defaultValue: reason });
}

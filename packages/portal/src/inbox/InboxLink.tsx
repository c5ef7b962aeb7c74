import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { NavLink } from 'react-router';
import { useTranslation } from '../language/use-translation.ts';
import { inboxQuery } from './inbox-query.ts';
import { followMarks, readMarks } from './read-marks.ts';

/** 我的消息 in the head of every page, with how many are unread. */
export function InboxLink() {
  const { t } = useTranslation();
  const inbox = useQuery(inboxQuery);
  const marks = useSyncExternalStore(followMarks, readMarks);
  const unread = (inbox.data?.messages ?? []).filter(({ key }) => !marks.has(key)).length;
  return (
    <NavLink className="inbox-link" to="/messages">
      {t('inbox.short')}
      {unread > 0 && (
        <span className="inbox-count">
          {unread}
          <span className="hidden-visually">{t('inbox.unreadCount')}</span>
        </span>
      )}
    </NavLink>
  );
}

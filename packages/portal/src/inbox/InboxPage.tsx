import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { Link } from 'react-router';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { PageHeading } from '../design/PageHeading.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { InboxItem } from './InboxItem.tsx';
import { inboxQuery } from './inbox-query.ts';
import { followMarks, markRead, readMarks } from './read-marks.ts';

/** 我的消息: what the departments told the holder of this browser's keys, and how far e-mail and SMS got with it. */
export function InboxPage() {
  const { t } = useTranslation();
  const inbox = useQuery({ ...inboxQuery, staleTime: 0 });
  const marks = useSyncExternalStore(followMarks, readMarks);
  const messages = inbox.data?.messages ?? [];
  const unread = messages.filter(({ key }) => !marks.has(key));
  return (
    <>
      <PageHeading title={t('inbox.title')} lead={t('inbox.lead')} />
      {inbox.isPending && <Waiting>{t('site.loading')}</Waiting>}
      {inbox.isError && <Failure error={inbox.error} retry={() => void inbox.refetch()} />}
      {inbox.data?.silent.map((name) => (
        <Notice key={name} tone="warn" title={t('inbox.silent', { name })} live="status">
          <p>{t('inbox.silentWords')}</p>
        </Notice>
      ))}
      {inbox.isSuccess && messages.length === 0 && inbox.data.silent.length === 0 && (
        <Notice tone="quiet" title={t('inbox.none')}>
          <p>{t('inbox.noneWords')}</p>
          <p>
            <Link to="/cases">{t('nav.cases')}</Link>
          </p>
        </Notice>
      )}
      {unread.length > 1 && (
        <p>
          <button type="button" className="link-button" onClick={() => markRead(unread.map(({ key }) => key))}>
            {t('inbox.markAll', { count: unread.length })}
          </button>
        </p>
      )}
      <ul className="list inbox">
        {messages.map((message) => (
          <InboxItem
            key={message.key}
            message={message}
            isRead={marks.has(message.key)}
            mark={() => markRead([message.key])}
          />
        ))}
      </ul>
    </>
  );
}

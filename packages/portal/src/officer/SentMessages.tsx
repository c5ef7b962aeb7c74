import { useQuery } from '@tanstack/react-query';
import { Failure } from '../design/Failure.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { DeliveryList } from '../inbox/DeliveryList.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import { departmentAt } from '../server/api.ts';
import type { Session } from '../session/session.ts';

/** What the department told the applicant, in the words that went out, or would have where it has no such channel. */
export function SentMessages({ id, session }: { readonly id: string; readonly session: Session }) {
  const { t } = useTranslation();
  const format = useFormat();
  const sent = useQuery({
    queryKey: ['sent-messages', id],
    retry: false,
    queryFn: () => departmentAt(session.endpoint).messagesForOfficer(session.token, id),
  });
  if (sent.isPending) return <Waiting>{t('site.loading')}</Waiting>;
  if (sent.isError) return <Failure error={sent.error} retry={() => void sent.refetch()} />;
  if (sent.data.length === 0) return <p className="soft">{t('inbox.sentNone')}</p>;
  return (
    <ul className="list inbox">
      {sent.data.map((message) => (
        <li key={message.id} className="inbox-item">
          <p>
            <strong>{t(`inbox.kinds.${message.kind}.step`)}</strong>{' '}
            <span className="soft">{format.time(message.time)}</span>
          </p>
          <DeliveryList deliveries={message.deliveries} />
          {message.deliveries.every(({ state }) => state === 'no-address') && (
            <p className="soft small">{t('inbox.sentInboxOnly')}</p>
          )}
          {message.words !== undefined && (
            <details className="small">
              <summary>{t('inbox.sentWords')}</summary>
              <h3>{t('inbox.sentSms')}</h3>
              <p className="sent-words">{message.words.sms}</p>
              <h3>{t('inbox.sentEmail')}</h3>
              <p className="sent-words">{message.words.email}</p>
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Tag } from '../design/Tag.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import { servicesQuery } from '../server/queries.ts';
import { DeliveryList } from './DeliveryList.tsx';
import type { InboxMessage } from './read-inbox.ts';
import { useMessageWords } from './use-message-words.ts';

interface InboxItemProps {
  readonly message: InboxMessage;
  readonly isRead: boolean;
  readonly mark: () => void;
}

/** One message: what happened to which of the person's own applications, in words, with the way to its case. */
export function InboxItem({ message, isRead, mark }: InboxItemProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const services = useQuery(servicesQuery);
  const words = useMessageWords(
    message,
    services.data?.find(({ id }) => id === message.stored.service),
  );
  return (
    <li className="inbox-item" data-read={isRead}>
      <h2>
        {!isRead && <Tag tone="brand">{t('inbox.new')}</Tag>}{' '}
        <Link to={`/${message.stored.annulment ? 'annulment' : 'cases'}/${message.case}`} onClick={mark}>
          {t('inbox.titleOf', { name: message.stored.body.tradeName, step: words.step })}
        </Link>
      </h2>
      {words.sentence !== '' && <p>{words.sentence}</p>}
      <p className="soft small">
        {message.from} · {format.time(message.time)}
      </p>
      <DeliveryList deliveries={message.deliveries} />
      {!isRead && (
        <button type="button" className="link-button small" onClick={mark}>
          {t('inbox.mark')}
          <span className="hidden-visually"> {words.step}</span>
        </button>
      )}
    </li>
  );
}

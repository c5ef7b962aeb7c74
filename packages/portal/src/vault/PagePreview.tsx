import { type OwnAttachment, openAttachment } from '@minglu/sdk';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../language/use-translation.ts';
import { PortalError } from '../server/failure.ts';
import { findPage } from '../store/page-store.ts';
import { useObjectUrl } from './use-object-url.ts';

/** A page of one's own, opened from this browser's ciphertext. */
export function PagePreview({ page, number }: { readonly page: OwnAttachment; readonly number: number }) {
  const { t } = useTranslation();
  const opened = useQuery({
    queryKey: ['page', page.digest],
    gcTime: 0,
    queryFn: async () => {
      const stored = await findPage(page.digest);
      if (stored === undefined) throw new PortalError('page-missing');
      return openAttachment(page, stored.ciphertext);
    },
  });
  const url = useObjectUrl(opened.data, page.mediaType);
  if (opened.isError) return <p className="bad">{t('codes.page-missing')}</p>;
  if (page.mediaType === 'application/pdf')
    return <p className="page-file">{t('premises.pdf', { kb: Math.ceil(page.bytes / 1024) })}</p>;
  return url === undefined ? <p className="page-file" /> : <img src={url} alt={t('premises.alt', { number })} />;
}

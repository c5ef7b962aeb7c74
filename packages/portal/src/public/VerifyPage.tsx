import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { PageHeading } from '../design/PageHeading.tsx';
import { FileCheck } from './FileCheck.tsx';
import { NumberCheck } from './NumberCheck.tsx';
import { NumberSearch } from './NumberSearch.tsx';

/** 查验: no account, by number or by file; everything is computed in this browser. */
export function VerifyPage() {
  const { t } = useTranslation();
  const { number } = useParams();
  return (
    <>
      <PageHeading title={t('verify.title')} lead={t('verify.lead')} />
      <NumberSearch key={number ?? ''} initial={number ?? ''} />
      {number === undefined ? <FileCheck /> : <NumberCheck number={number} />}
    </>
  );
}

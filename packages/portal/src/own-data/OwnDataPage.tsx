import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { PageHeading } from '../design/PageHeading.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { listOwnFiles } from '../footprint/own-doors.ts';
import { useTranslation } from '../language/use-translation.ts';
import { CopySection } from './CopySection.tsx';
import { CorrectionForm } from './CorrectionForm.tsx';
import { CorrectionList } from './CorrectionList.tsx';
import { ownCorrectionsQuery } from './own-corrections.ts';

/** 我的个人信息: a copy of it, and what is to be put right in it (个人信息保护法 45, 46). */
export function OwnDataPage() {
  const { t } = useTranslation();
  const files = useQuery({ queryKey: ['own-files'], queryFn: listOwnFiles, staleTime: 0 });
  const corrections = useQuery(ownCorrectionsQuery);
  return (
    <>
      <PageHeading title={t('ownData.title')} lead={t('ownData.lead')} />
      <p>
        <Link to="/footprint">{t('footprint.title')}</Link>
      </p>
      {files.isPending && <Waiting>{t('site.loading')}</Waiting>}
      {files.isError && <Failure error={files.error} retry={() => void files.refetch()} />}
      {files.data?.length === 0 && (
        <Notice tone="quiet" title={t('footprint.noCases')}>
          <p>{t('footprint.noCasesWords')}</p>
          <p>
            <Link to="/help/keys">{t('keys.helpLink')}</Link>
          </p>
        </Notice>
      )}
      {files.data !== undefined && files.data.length > 0 && (
        <>
          <h2>{t('ownData.copy')}</h2>
          <CopySection />
          <h2>{t('corrections.title')}</h2>
          {corrections.isPending && <Waiting>{t('site.loading')}</Waiting>}
          {corrections.isError && <Failure error={corrections.error} retry={() => void corrections.refetch()} />}
          {corrections.data !== undefined && <CorrectionList found={corrections.data} files={files.data} />}
          <h2 id="ask">{t('corrections.ask')}</h2>
          <CorrectionForm files={files.data} asked={() => void corrections.refetch()} />
        </>
      )}
    </>
  );
}

import { useState } from 'react';
import { useParams } from 'react-router';
import { PageHeading } from '../design/PageHeading.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { ScanCheck } from '../scan/ScanCheck.tsx';
import { FileCheck } from './FileCheck.tsx';
import { NumberCheck } from './NumberCheck.tsx';
import { NumberSearch } from './NumberSearch.tsx';

/** 查验: no account, by number or by file; everything is computed in this browser. */
export function VerifyPage() {
  const { t } = useTranslation();
  const { number } = useParams();
  const [scanned, setScanned] = useState<string>();
  return (
    <>
      <PageHeading title={t('verify.title')} lead={t('verify.lead')} />
      <NumberSearch key={number ?? ''} initial={number ?? ''} />
      <ScanCheck key={`scan ${number ?? ''}`} onEvidence={setScanned} />
      {number === undefined ? <FileCheck key={scanned} scanned={scanned} /> : <NumberCheck number={number} />}
    </>
  );
}

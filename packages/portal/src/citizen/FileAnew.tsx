import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Notice } from '../design/Notice.tsx';
import { draftStore } from '../forms/draft-store.ts';
import { findKeptContact, noContact } from '../inbox/contact-record.ts';
import { useTranslation } from '../language/use-translation.ts';
import type { CaseMatter, CaseRecord } from '../server/ledger.ts';
import type { StoredCase } from '../store/case-store.ts';

interface FileAnewProps {
  readonly record: CaseRecord;
  readonly stored: StoredCase;
}

/** 重新提交: everything that was answered is kept; what was missing is mended, the rest only looked through. */
export function FileAnew({ record, stored }: FileAnewProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const isOver = record.status === 'returned' || record.status === 'withdrawn';
  if (!isOver || record.successor !== undefined) return null;
  const store = draftStore(stored.service);
  const other = store.read();
  const isInTheWay = other !== undefined && other.previous !== stored.id;
  function go(): void {
    const { tradeName = '', scope, region } = stored.body;
    const pages = stored.attachments === undefined ? {} : { premises: stored.attachments };
    const kept = { tradeName, scope, region, operator: stored.operator.value, ...pages, ...stored.particulars };
    const { isGiven: _, ...contact } = findKeptContact(stored.id) ?? { ...noContact, isGiven: true };
    const typed = stored.answers === undefined ? {} : { answers: stored.answers };
    store.write({ ...kept, ...typed, path: 'manual', previous: stored.id, contact, updatedAt: Date.now() });
    navigate(`/apply/${stored.service}/check`);
  }
  if (asking) {
    return (
      <Notice tone="warn" title={t('draftPlace.inTheWay')} live="alert">
        <p>
          {t('draftPlace.inTheWayWords', {
            name: other?.tradeName === '' ? t('apply.start.unnamed') : other?.tradeName,
          })}
        </p>
        <div className="actions">
          <button type="button" className="button" onClick={go}>
            {t('draftPlace.replace')}
          </button>
          <button type="button" className="button second" onClick={() => setAsking(false)}>
            {t('draftPlace.leave')}
          </button>
        </div>
      </Notice>
    );
  }
  return (
    <div className="actions">
      <button
        type="button"
        className="button"
        onClick={() => {
          if (record.matter !== undefined) {
            navigate(wayOf(record.matter, stored.id));
          } else if (isInTheWay) setAsking(true);
          else go();
        }}
      >
        {t('case.fileAnew')}
      </button>
    </div>
  );
}

/** The page on which such an application is made, led back to the one that is filed anew. */
function wayOf({ kind, licence, items = [] }: CaseMatter, id: string): string {
  if (items.includes('operator')) return `/take-over/${licence}`;
  return `/cases/${id}/licence/${kind === 'closing' ? 'close' : 'change'}?anew=${id}`;
}

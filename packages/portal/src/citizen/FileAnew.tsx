import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { draftStore } from '../forms/draft-store.ts';
import type { CaseRecord } from '../server/ledger.ts';
import type { StoredCase } from '../store/case-store.ts';

interface FileAnewProps {
  readonly record: CaseRecord;
  readonly stored: StoredCase;
}

/** 重新提交: everything that was answered is kept; what was missing is mended, the rest only looked through. */
export function FileAnew({ record, stored }: FileAnewProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const isOver = record.status === 'returned' || record.status === 'withdrawn';
  if (!isOver || record.successor !== undefined) return null;
  return (
    <div className="actions">
      <button
        type="button"
        className="button"
        onClick={() => {
          const { tradeName, scope, region } = stored.body;
          const { attachments: premises } = stored;
          const pages = premises === undefined ? {} : { premises };
          const kept = { tradeName, scope, region, operator: stored.operator.value, ...pages };
          draftStore(stored.service).write({ ...kept, path: 'manual', previous: stored.id, updatedAt: Date.now() });
          navigate(`/apply/${stored.service}/check`);
        }}
      >
        {t('case.fileAnew')}
      </button>
    </div>
  );
}

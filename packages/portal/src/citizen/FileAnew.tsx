import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { draftStore } from '../forms/draft-store.ts';
import { findKeptContact, noContact } from '../inbox/contact-record.ts';
import { api } from '../server/api.ts';
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
          if (record.matter !== undefined) {
            void findHolding(record.matter.licence).then((id) =>
              navigate(`/cases/${id}/licence/${wayOf(record)}?anew=${stored.id}`),
            );
            return;
          }
          const { tradeName, scope, region } = stored.body;
          const kept = { tradeName, scope, region, operator: stored.operator.value };
          const { isGiven: _, ...contact } = findKeptContact(stored.id) ?? { ...noContact, isGiven: true };
          draftStore(stored.service).write({
            ...kept,
            ...{ path: 'manual', previous: stored.id, contact, updatedAt: Date.now() },
          });
          navigate(`/apply/${stored.service}/check`);
        }}
      >
        {t('case.fileAnew')}
      </button>
    </div>
  );
}

/** The page on which such an application is made, led back to the one that is filed anew. */
function wayOf({ matter }: CaseRecord): string {
  return matter?.kind === 'closing' ? 'close' : 'change';
}

/** The own case whose key holds the licence. */
async function findHolding(number: string): Promise<string> {
  const { licence } = await api.get('/api/licences/{number}', { number });
  return String(licence.case);
}

import { useQuery } from '@tanstack/react-query';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { useTranslation } from '../language/use-translation.ts';
import type { Officer } from '../officer/use-officer.ts';
import { type Matter, type MatterKind, mattersQuery } from './matters-query.ts';

interface MatterListProps {
  readonly officer: Officer;
  readonly kind: MatterKind;
  /** Of one case alone. */
  readonly of?: string;
  readonly children: (matter: Matter, changed: () => void) => React.ReactNode;
}

/** Findings, holds or emergencies, the newest first. */
export function MatterList({ officer, kind, of, children }: MatterListProps) {
  const { t } = useTranslation();
  const found = useQuery(mattersQuery(officer, kind, of));
  if (found.isError) return <Failure error={found.error} retry={() => void found.refetch()} />;
  if (found.data === undefined) return <Waiting>{t('site.loading')}</Waiting>;
  if (found.data.length === 0)
    return of === undefined ? (
      <Notice tone="quiet" title={t(`auditor.noMatters.${kind}`)} live="status" />
    ) : (
      <p className="soft">{t(`auditor.noMatters.${kind}`)}</p>
    );
  return (
    <ul className="list">
      {found.data.map((matter) => (
        <li key={matter.id} data-matter={matter.id}>
          {children(matter, () => void found.refetch())}
        </li>
      ))}
    </ul>
  );
}

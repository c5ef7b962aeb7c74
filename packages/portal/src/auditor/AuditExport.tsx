import { type VerifiedAuditExport, verifyAuditExport } from '@minglu/protocol';
import { webCryptoCheck } from '@minglu/sdk';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { downloadText } from '../design/download-text.ts';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import type { Officer } from '../officer/use-officer.ts';
import { trustQuery } from '../server/trust-query.ts';
import { type AuditDoor, exportDoor } from './audit-door.ts';
import { type AuditQuestion, doorQueryOf } from './audit-question.ts';
import type { DoorState } from './merge-doors.ts';
import { useAuditWords } from './use-audit-words.ts';

interface AuditExportProps {
  readonly officer: Officer;
  readonly question: AuditQuestion;
  readonly states: readonly DoorState[];
}

interface Exported {
  readonly door: AuditDoor;
  readonly found: VerifiedAuditExport;
}

/** The same question as files, one a stream, each checked here before it is handed over: what is given on must hold. */
export function AuditExport({ officer, question, states }: AuditExportProps) {
  const { t } = useTranslation();
  const words = useAuditWords();
  const trust = useQuery(trustQuery);
  const [done, setDone] = useState<readonly Exported[]>([]);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  async function save(door: AuditDoor): Promise<void> {
    if (trust.data === undefined) return;
    setBusy(true);
    setError(undefined);
    try {
      const text = await exportDoor(officer, door, doorQueryOf(question));
      const options = { trust: trust.data, checkSignature: webCryptoCheck };
      const found = await verifyAuditExport(text.split('\n'), options);
      downloadText(`audit-${door.stream.replace(':', '-')}.jsonl`, text, 'application/jsonl');
      setDone((before) => [...before.filter((one) => one.door.stream !== door.stream), { door, found }]);
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  }
  const doors = states.filter(({ pages }) => pages.some(({ lines }) => lines.length > 0)).map(({ door }) => door);
  return (
    <section aria-labelledby="audit-export">
      <h2 id="audit-export">{t('auditor.export')}</h2>
      <p className="measure">{t('auditor.exportWords')}</p>
      {trust.isError && <Failure error={trust.error} retry={() => void trust.refetch()} />}
      <div className="actions">
        {doors.map((door) => (
          <button
            key={door.stream}
            type="button"
            className="button second"
            disabled={busy || trust.data === undefined}
            onClick={() => void save(door)}
          >
            {t('auditor.exportDoor', { door: words.doorName(door.stream) })}
          </button>
        ))}
      </div>
      {error !== undefined && <Failure error={error} />}
      {done.map(({ door, found }) => (
        <ExportFound key={door.stream} name={words.doorName(door.stream)} found={found} />
      ))}
    </section>
  );
}

function ExportFound({ name, found }: { readonly name: string; readonly found: VerifiedAuditExport }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Notice tone="good" title={t('auditor.exported', { door: name })} live="status">
      <p>
        {t('auditor.exportedWords', {
          count: found.rows,
          size: format.count(found.size),
          time: format.time(found.anchoredAt),
        })}
      </p>
      <p className="small soft">{t(found.isUnbroken ? 'auditor.exportUnbroken' : 'auditor.exportChosen')}</p>
    </Notice>
  );
}

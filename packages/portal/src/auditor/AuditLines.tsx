import { useTranslation } from '../language/use-translation.ts';
import { AuditLineRow } from './AuditLineRow.tsx';
import type { DoorLine, DoorState } from './merge-doors.ts';

interface AuditLinesProps {
  readonly lines: readonly DoorLine[];
  readonly states: readonly DoorState[];
}

/** Lines as they are read: one a row, on a phone one a card. */
export function AuditLines({ lines, states }: AuditLinesProps) {
  const { t } = useTranslation();
  const anchored = new Map(states.map(({ door, pages }) => [door.stream, pages[0]?.anchored ?? 0]));
  return (
    <section aria-labelledby="audit-lines">
      <h2 id="audit-lines">{t('auditor.lines', { count: lines.length })}</h2>
      <ol className="audit-lines">
        {lines.map(({ door, line }) => (
          <AuditLineRow
            key={`${door.stream} ${line.seq}`}
            line={line}
            isAnchored={line.seq < (anchored.get(door.stream) ?? 0)}
          />
        ))}
      </ol>
    </section>
  );
}

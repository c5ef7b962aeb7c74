import { Link } from 'react-router';
import { Tag, type Tone } from '../design/Tag.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import type { AuditLine } from './audit-door.ts';
import { useAuditWords } from './use-audit-words.ts';

interface AuditLineRowProps {
  readonly line: AuditLine;
  /** The ledger vouches for it. */
  readonly isAnchored: boolean;
}

const tones: Readonly<Record<string, Tone>> = { unmask: 'warn', denied: 'bad', export: 'warn' };

export function AuditLineRow({ line, isAnchored }: AuditLineRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useAuditWords();
  const { at, kind, actor, action, case: of, object, purpose, result, via, seq } = line;
  return (
    <li className="audit-line" data-seq={seq} data-kind={kind}>
      <p className="small">
        <time dateTime={new Date(at).toISOString()}>{format.time(at)}</time>
      </p>
      <p>
        <Link to={actorQuestion(actor)}>{words.actor(actor)}</Link>
      </p>
      <p>
        <Tag tone={tones[kind] ?? 'quiet'}>{words.kind(kind)}</Tag> {words.action(action, kind)}
        {result !== 'allowed' && <span className="small soft">{words.result(result)}</span>}
      </p>
      <p className="small">
        {of === undefined ? (
          <span className="soft mono wrap-any">{object ?? ''}</span>
        ) : (
          <Link to={`/auditor/cases/${of}`}>{t('auditor.ofCase', { sign: of.slice(0, 6) })}</Link>
        )}
        {purpose !== undefined && (
          <span className="soft">{t('auditor.purpose', { purpose: words.purpose(purpose) })}</span>
        )}
      </p>
      <p className="small soft">
        {t('auditor.place', { door: words.doorName(via), seq })}
        {!isAnchored && <span>{t('auditor.notAnchored')}</span>}
      </p>
    </li>
  );
}

/** Everything else the same key, or the same account, did. */
function actorQuestion({ kid, account }: AuditLine['actor']): string {
  const actor = kid ?? account;
  return actor === undefined ? '/auditor' : `/auditor?actor=${actor}`;
}

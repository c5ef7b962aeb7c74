import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import type { ListedCheckpoint } from '../server/ledger.ts';

interface CheckpointTableProps {
  readonly checkpoints: readonly ListedCheckpoint[];
  readonly picked: readonly ListedCheckpoint[];
  readonly toggle: (checkpoint: ListedCheckpoint) => void;
}

export function CheckpointTable({ checkpoints, picked, toggle }: CheckpointTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul className="choices">
      {checkpoints.map((checkpoint) => {
        const seenAt = Math.max(0, ...checkpoint.witnesses.map((witness) => witness.time));
        return (
          <li key={checkpoint.size}>
            <label className="choice">
              <input
                type="checkbox"
                checked={picked.some((one) => one.size === checkpoint.size)}
                onChange={() => toggle(checkpoint)}
              />
              <span>
                <span>
                  <strong>{t('history.size', { size: format.count(checkpoint.size) })}</strong>
                  {seenAt > 0 && ` · ${format.time(seenAt)}`}
                </span>
                <span className="choice-hint">
                  {checkpoint.witnesses.length === 0
                    ? t('history.noWitness')
                    : t('history.seenBy', {
                        count: checkpoint.witnesses.length,
                        names: checkpoint.witnesses.map((witness) => witness.name).join(t('looks.nameGap')),
                      })}
                </span>
                <span className="choice-hint mono small">{checkpoint.root}</span>
              </span>
            </label>
          </li>
        );
      })}
    </ul>
  );
}

import { useSyncExternalStore } from 'react';
import { downloadText } from '../design/download-text.ts';
import { Icon } from '../design/Icon.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import { checkpointSize } from '../proof/evidence-reason.ts';
import { VerdictBox } from '../proof/VerdictBox.tsx';
import { forgetPins } from '../store/browser-pins.ts';
import { followEvidence, forgetEvidence, type KeptEvidence, readEvidence } from '../store/history-store.ts';

/** 不一致: what this browser has caught, both checkpoints as files a third party can check. */
export function KeptEvidenceList() {
  const { t } = useTranslation();
  const format = useFormat();
  const count = useSyncExternalStore(followEvidence, () => readEvidence().length);
  if (count === 0) return null;
  return (
    <VerdictBox tone="bad" icon="bad" word={t('history.inconsistent')}>
      <p className="lead">{t('history.keptWords')}</p>
      <ul className="list">
        {readEvidence().map((one) => (
          <li key={one.older + one.newer}>
            <p>
              <strong>{t(`history.reasons.${one.reason}`, sizesOf(one))}</strong>
            </p>
            <p className="soft">{t('history.keptAt', { time: format.time(one.seenAt) })}</p>
            <div className="actions">
              <button
                type="button"
                className="button second"
                onClick={() => downloadText('checkpoint-1.txt', one.older, 'text/plain')}
              >
                <Icon name="down" />
                {t('history.keptOlder')}
              </button>
              <button
                type="button"
                className="button second"
                onClick={() => downloadText('checkpoint-2.txt', one.newer, 'text/plain')}
              >
                <Icon name="down" />
                {t('history.keptNewer')}
              </button>
            </div>
          </li>
        ))}
      </ul>
      <p>{t('history.keptNext')}</p>
      <button
        type="button"
        className="link-button"
        onClick={() => {
          forgetPins();
          forgetEvidence();
        }}
      >
        {t('history.keptForget')}
      </button>
    </VerdictBox>
  );
}

function sizesOf({ older, newer }: KeptEvidence) {
  return { older: checkpointSize(older), newer: checkpointSize(newer) };
}

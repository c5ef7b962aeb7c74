import { useTranslation } from '../language/use-translation.ts';
import type { FoundCase } from '../server/ledger.ts';
import { findServiceWords, type Service } from '../server/service.ts';
import type { EnvelopeDoor } from '../unmask/envelope-door.ts';
import { PurposeField } from '../unmask/PurposeField.tsx';
import { useMasked } from '../unmask/use-masked.ts';
import type { ChosenPurpose } from '../unmask/use-purpose.ts';
import { attachmentsOf } from '../vault/open-documents.ts';
import { SealedText } from './SealedText.tsx';

interface EnvelopesProps {
  readonly found: FoundCase;
  readonly service: Service | undefined;
  readonly door: EnvelopeDoor;
  readonly purpose: ChosenPurpose;
}

/** Sealed answers one by one, masked; the keys of papers are opened with the papers. */
export function Envelopes({ found, service, door, purpose }: EnvelopesProps) {
  const { t, i18n } = useTranslation();
  const masked = useMasked(found.id, door);
  const papers = new Set(found.case.matter === undefined ? attachmentsOf(found.file).map(({ kind }) => kind) : []);
  const sealed = Object.keys(found.file?.sealed ?? {});
  return (
    <>
      <h2>{t('officer.sealed')}</h2>
      {sealed.length > 0 && <PurposeField purpose={purpose} />}
      {sealed
        .filter((name) => !papers.has(name))
        .map((name) => (
          <SealedText
            key={name}
            id={found.id}
            name={name}
            label={findServiceWords(service, `question.${name}`, i18n.language)}
            mask={masked[name]}
            purpose={purpose}
            door={door}
          />
        ))}
    </>
  );
}

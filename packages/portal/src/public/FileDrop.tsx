import { useState } from 'react';
import { FileButton } from '../forms/FileButton.tsx';
import { useTranslation } from '../language/use-translation.ts';

const MAX_BYTES = 2 * 1024 * 1024;

/** Choose or drop a file. The chooser is the real control; dropping is a convenience on top of it. */
export function FileDrop({ onFile }: { readonly onFile: (name: string, bytes: Uint8Array) => void }) {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const [problem, setProblem] = useState<string>();
  async function take(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    if (file.size > MAX_BYTES) {
      setProblem(t('verify.tooLarge'));
      return;
    }
    setProblem(undefined);
    onFile(file.name, new Uint8Array(await file.arrayBuffer()));
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping only adds to the file chooser inside, which needs no pointer.
    <div
      className="drop"
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void take(event.dataTransfer.files[0]);
      }}
    >
      <p id="evidence-file-what">{t('verify.drop')}</p>
      <FileButton
        id="evidence-file"
        label={t('looks.chooseFile')}
        describedBy="evidence-file-what evidence-file-hint"
        take={(file) => void take(file)}
      />
      <p id="evidence-file-hint" className="soft small">
        {t('verify.dropHint')}
      </p>
      {problem !== undefined && (
        <p className="bad" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

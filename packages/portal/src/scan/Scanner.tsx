import { useEffect, useRef, useState } from 'react';
import { Notice } from '../design/Notice.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { FileButton } from '../forms/FileButton.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { openQrReader } from './qr-reader.ts';
import { useCamera } from './use-camera.ts';

interface ScannerProps {
  readonly onText: (text: string) => void;
  readonly onClose: () => void;
}

/** The camera, and beside it a picture from the album for whoever has none or does not let it. Nothing seen is kept or sent. */
export function Scanner({ onText, onClose }: ScannerProps) {
  const { t } = useTranslation();
  const video = useRef<HTMLVideoElement>(null);
  const panel = useRef<HTMLElement>(null);
  const [noCode, setNoCode] = useState(false);
  const state = useCamera(video, onText);
  useEffect(() => panel.current?.focus(), []);
  async function take(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    const picture = await createImageBitmap(file).catch(() => undefined);
    const text = picture === undefined ? undefined : await (await openQrReader())(picture);
    picture?.close();
    setNoCode(text === undefined);
    if (text !== undefined) onText(text);
  }
  return (
    <section className="scanner" ref={panel} tabIndex={-1} aria-label={t('scan.title')}>
      {state === 'asking' && <Waiting>{t('scan.asking')}</Waiting>}
      {(state === 'refused' || state === 'absent') && (
        <Notice tone="warn" title={t(`scan.${state}Title`)} live="status">
          <p>{t(`scan.${state}Words`)}</p>
        </Notice>
      )}
      <video
        ref={video}
        className="scanner-view"
        muted
        playsInline
        hidden={state !== 'looking'}
        aria-label={t('scan.view')}
      />
      {state === 'looking' && (
        <p role="status" className="small">
          {t('scan.hold')}
        </p>
      )}
      <div className="drop">
        <p id="scan-picture-what">{t('scan.picture')}</p>
        <FileButton
          id="scan-picture"
          label={t('looks.choosePicture')}
          accept="image/*"
          describedBy="scan-picture-what"
          take={(file) => void take(file)}
        />
        {noCode && (
          <p className="bad" role="alert">
            {t('scan.noCode')}
          </p>
        )}
      </div>
      <div className="actions">
        <button type="button" className="button second" onClick={onClose}>
          {t('scan.close')}
        </button>
      </div>
      <p className="soft small">{t('scan.private')}</p>
    </section>
  );
}

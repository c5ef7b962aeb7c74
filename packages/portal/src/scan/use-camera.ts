import { type RefObject, useEffect, useRef, useState } from 'react';
import { openQrReader } from './qr-reader.ts';

export type CameraState = 'asking' | 'looking' | 'refused' | 'absent';

const LOOK_EVERY_MS = 200;

/** Shows the rear camera in `video` and says the first code's text. The camera is off the moment the page lets go of it. */
export function useCamera(video: RefObject<HTMLVideoElement | null>, onText: (text: string) => void): CameraState {
  const [state, setState] = useState<CameraState>('asking');
  const tell = useRef(onText);
  useEffect(() => {
    tell.current = onText;
  }, [onText]);
  useEffect(() => {
    let over = false;
    let stream: MediaStream | undefined;
    const stop = (): void => {
      over = true;
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    const watch = async (): Promise<void> => {
      // Without TLS, or without a camera, a browser has no such door.
      const { mediaDevices } = navigator as { mediaDevices?: MediaDevices };
      if (mediaDevices === undefined) return setState('absent');
      stream = await mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false });
      if (over || video.current === null) return stop();
      video.current.srcObject = stream;
      await video.current.play();
      setState('looking');
      const read = await openQrReader();
      while (!over) {
        const text = video.current === null ? undefined : await read(video.current);
        if (text !== undefined && !over) {
          stop();
          tell.current(text);
        }
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      }
    };
    watch().catch((error: unknown) => {
      if (over) return;
      stop();
      setState(error instanceof DOMException && error.name === 'NotAllowedError' ? 'refused' : 'absent');
    });
    return stop;
  }, [video]);
  return state;
}

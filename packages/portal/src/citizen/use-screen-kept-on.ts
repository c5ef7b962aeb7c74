import { useEffect } from 'react';

/** While the page is open; where the browser cannot, the screen goes dark as it always does. */
export function useScreenKeptOn(): void {
  useEffect(() => {
    let isGone = false;
    let lock: WakeLockSentinel | undefined;
    const hold = async (): Promise<void> => {
      if (document.visibilityState !== 'visible') return;
      const held = await navigator.wakeLock?.request('screen').catch(() => undefined);
      if (isGone) await held?.release();
      else lock = held;
    };
    const again = (): void => void hold();
    again();
    // The system takes the lock away when another page is in front.
    document.addEventListener('visibilitychange', again);
    return () => {
      isGone = true;
      document.removeEventListener('visibilitychange', again);
      void lock?.release();
    };
  }, []);
}

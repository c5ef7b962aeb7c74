import { useEffect, useState } from 'react';

/** Text that goes from the screen by itself: a page left open tells nobody more than whoever asked. */
export function useShownFor(timeMs: number) {
  const [text, setText] = useState<string>();
  useEffect(() => {
    if (text === undefined) return;
    const timer = setTimeout(() => setText(undefined), timeMs);
    return () => clearTimeout(timer);
  }, [text, timeMs]);
  return { text, show: setText, hide: () => setText(undefined) };
}

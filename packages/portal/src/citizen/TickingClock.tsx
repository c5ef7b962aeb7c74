import { useEffect, useState } from 'react';

/** The time to the second. Not read out as it changes: it is for eyes. */
export function TickingClock() {
  const [nowMs, setNowMs] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  const time = new Intl.DateTimeFormat('zh-CN', { timeStyle: 'medium', timeZone: 'Asia/Shanghai', hour12: false });
  return (
    <p className="clock number" role="timer" aria-live="off">
      {time.format(nowMs)}
    </p>
  );
}

import { beginSignIn } from './sign-in-by-provider.ts';

const CHANNEL = 'minglu.step-up';
const WINDOW = 'minglu-step-up';

/** Proves once more who one is, in a window of its own: what was typed here stays. Resolves when that window has come back. */
export async function stepUpAt(provider: string): Promise<void> {
  // Opened by the press itself: later, a browser takes it for an advertisement.
  const opened = window.open('', WINDOW, 'width=480,height=720');
  const done = new Promise<void>((resolve) => {
    const channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = () => {
      channel.close();
      resolve();
    };
  });
  const location = await beginSignIn(provider, { level: 3, raise: true });
  if (opened === null) window.open(location, WINDOW);
  else opened.location.replace(location);
  await done;
}

/** Said in the window that came back. */
export function tellSteppedUp(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage('done');
  channel.close();
}

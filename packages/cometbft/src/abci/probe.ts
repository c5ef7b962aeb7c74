import { EngineSocket } from './engine-socket.ts';

/**
 * Asks the application what the engine will ask first. An engine that starts before its application answers waits three seconds; a socket's
 * file proves nothing.
 */
export async function probe(socketPath: string): Promise<void> {
  const socket = await EngineSocket.open(socketPath);
  try {
    await socket.get('echo', { message: 'probe' });
    await socket.get('info', {});
    await socket.get('flush', {});
  } finally {
    socket.close();
  }
}

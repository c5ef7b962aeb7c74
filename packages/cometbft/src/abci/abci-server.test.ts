import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { stillApplication } from '../testing/still-application.ts';
import { AbciServer } from './abci-server.ts';
import type { Application } from './application.ts';
import { EngineSocket } from './engine-socket.ts';
import { decodeAnswer, encodeRequest } from './envelope.ts';
import { FrameReader } from './frame-reader.ts';
import { type MethodName, methods } from './methods.ts';

const folder = await mkdtemp(join(tmpdir(), 'minglu-abci-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const open: { close(): void | Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

let served = 0;
async function serve(overrides: Partial<Application> = {}, maxFrameBytes = 100_000) {
  served += 1;
  const socketPath = join(folder, `${served}.sock`);
  const failures: unknown[] = [];
  const application = { ...stillApplication, ...overrides };
  const onFailure = (error: unknown) => void failures.push(error);
  const server = await AbciServer.listen({ socketPath, application, maxFrameBytes, onFailure });
  open.push(server);
  return { socketPath, failures };
}

async function dial(socketPath: string): Promise<EngineSocket> {
  const socket = await EngineSocket.open(socketPath);
  open.push(socket);
  return socket;
}

const names = Object.keys(methods) as MethodName[];

describe('the socket', () => {
  it.each(names)('answers %s with its own kind', async (name) => {
    const socket = await dial((await serve()).socketPath);
    expect((await socket.ask(name, {})).method).toBe(name);
  });

  it('answers in the order of the questions, also when a later answer is found first', async () => {
    const waits = [40, 5, 20, 0];
    const { socketPath } = await serve({
      checkTx: async ({ tx }) => {
        await new Promise((resolve) => setTimeout(resolve, waits[tx[0] ?? 0]));
        return { gasUsed: tx[0] ?? 0 };
      },
    });
    const socket = await dial(socketPath);
    const answers = await Promise.all([
      ...waits.map((_, at) => socket.get('checkTx', { tx: Uint8Array.of(at) })),
      socket.get('flush', {}),
    ]);
    expect(answers.slice(0, 4).map((answer) => 'gasUsed' in answer && answer.gasUsed)).toEqual([0, 1, 2, 3]);
  });

  it('runs one call at a time whatever connection it came by, and checks beside it', async () => {
    const seen: string[] = [];
    const slow = (word: string) => async () => {
      seen.push(`${word} begins`);
      await new Promise((resolve) => setTimeout(resolve, 20));
      seen.push(`${word} ends`);
      return {};
    };
    const { socketPath } = await serve({ finalizeBlock: slow('block'), info: slow('info'), checkTx: slow('check') });
    const [one, two, three] = [await dial(socketPath), await dial(socketPath), await dial(socketPath)];
    await Promise.all([one.get('finalizeBlock', {}), two.get('info', {}), three.get('checkTx', {})]);
    const alone = seen.filter((line) => !line.startsWith('check'));
    expect(alone).toEqual([alone[0], `${alone[0]?.split(' ')[0]} ends`, alone[2], `${alone[2]?.split(' ')[0]} ends`]);
    expect(seen.indexOf('check ends')).toBeLessThan(seen.lastIndexOf(alone[3] ?? ''));
  });

  it('answers four thousand questions that came at once, though the other side reads late', async () => {
    const socket = await dial((await serve()).socketPath);
    const questions = Array.from({ length: 4_000 }, (_, at) => socket.get('echo', { message: `${at}` }));
    const answers = await Promise.all(questions);
    expect(answers.map(({ message }) => message)).toEqual(answers.map((_, at) => `${at}`));
  });

  it('says an exception and closes when the application fails, after what was answered before', async () => {
    const { socketPath, failures } = await serve({
      commit: () => {
        throw new Error('no disk');
      },
    });
    const socket = await dial(socketPath);
    const asked = [
      socket.ask('echo', { message: 'a' }),
      socket.ask('commit', {}),
      socket.ask('echo', { message: 'b' }),
    ];
    const [before, failed, after] = await Promise.allSettled(asked);
    expect(before).toMatchObject({ value: { method: 'echo' } });
    expect(failed).toMatchObject({ value: { method: 'exception', value: { error: 'application' } } });
    expect(after).toMatchObject({ status: 'rejected' });
    expect(failures).toMatchObject([{ message: 'no disk' }]);
  });

  it.each([
    ['no request', Buffer.of(0), 'request-unknown'],
    ['an unknown request', Buffer.of(3, 0xaa, 0x01, 0x00), 'request-unknown'],
    ['two requests in one', Buffer.of(4, 0x12, 0x00, 0x12, 0x00), 'message-malformed'],
    ['a field of another type', Buffer.of(4, 0x0a, 0x02, 0x08, 0x01), 'message-malformed'],
    ['a message cut short', Buffer.of(4, 0x0a, 0x05, 0x0a, 0x00), 'message-malformed'],
    ['text that is no text', Buffer.of(5, 0x0a, 0x03, 0x0a, 0x01, 0xff), 'message-malformed'],
    ['too long a frame', Buffer.of(0xff, 0xff, 0xff, 0x7f), 'frame-too-long'],
  ])('refuses %s by its code and closes; the others stay', async (_, bytes, code) => {
    const { socketPath, failures } = await serve();
    const [bad, good] = [await dial(socketPath), await dial(socketPath)];
    const said = await bad.send(bytes);
    expect(said).toEqual({ method: 'exception', value: { error: code } });
    await expect(bad.ask('flush', {})).rejects.toMatchObject({ code: 'engine-unreachable' });
    expect(failures).toMatchObject([{ code }]);
    expect((await good.ask('echo', {})).method).toBe('echo');
  });

  it('takes over a file that a killed process left, and leaves a living one alone', async () => {
    const socketPath = join(folder, 'left.sock');
    await writeFile(socketPath, '');
    const options = { socketPath, application: stillApplication, onFailure: () => {} };
    open.push(await AbciServer.listen(options));
    expect((await stat(socketPath)).mode & 0o777).toBe(0o600);
    await expect(AbciServer.listen(options)).rejects.toMatchObject({ code: 'socket-in-use' });
    const long = join(folder, 'x'.repeat(100));
    await expect(AbciServer.listen({ ...options, socketPath: long })).rejects.toMatchObject({
      code: 'socket-path-too-long',
    });
  });
});

/** Sends the pieces, hangs up, and gives every frame that came until the other side hung up too. */
function talk(socketPath: string, pieces: readonly Uint8Array[]): Promise<Uint8Array[]> {
  return new Promise((resolve, reject) => {
    const socket = connect({ path: socketPath, allowHalfOpen: true });
    const frames = new FrameReader(1_000_000);
    const found: Uint8Array[] = [];
    socket.on('data', (chunk) => {
      for (const frame of frames.push(chunk)) found.push(frame);
    });
    socket.on('close', () => resolve(found));
    socket.on('error', () => resolve(found));
    const hung = setTimeout(() => reject(new Error('it hangs')), 5_000);
    socket.on('close', () => clearTimeout(hung));
    const [first = new Uint8Array(), second = new Uint8Array()] = pieces;
    socket.write(first, () => setImmediate(() => socket.end(second)));
  });
}

/** Whatever is sent, each connection ends in answers alone, or in answers, one exception and its end. */
describe('whatever is sent', () => {
  const request = fc
    .constantFrom(...names)
    .map((name) => encodeRequest(name, name === 'checkTx' ? { tx: new Uint8Array(300) } : {}));
  const noise = fc.uint8Array({ maxLength: 40 });

  it('is answered in kind or ended by one exception, and the server goes on', async () => {
    const { socketPath } = await serve();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof({ weight: 6, arbitrary: request }, noise), { maxLength: 12 }),
        fc.nat(),
        async (sent, point) => {
          const stream = Buffer.concat(sent);
          const at = point % (stream.length + 1);
          const answers = (await talk(socketPath, [stream.subarray(0, at), stream.subarray(at)])).map(decodeAnswer);
          const exceptions = answers.filter(({ method }) => method === 'exception');
          expect(exceptions.length).toBeLessThanOrEqual(1);
          if (exceptions.length === 1) expect(answers.at(-1)).toBe(exceptions[0]);
        },
      ),
      { numRuns: 400 },
    );
    const after = await dial(socketPath);
    expect((await after.ask('echo', {})).method).toBe('echo');
  });
});

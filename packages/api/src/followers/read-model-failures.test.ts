import { EventEmitter } from 'node:events';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ReadModel } from './read-model.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

/** Stands in for the thread: a test says what it answers, and when it dies. */
const threads = vi.hoisted(() => [] as unknown[]);
vi.mock('node:worker_threads', () => ({
  Worker: class extends EventEmitter {
    readonly sent: unknown[] = [];
    ended = false;
    constructor() {
      super();
      threads.push(this);
    }
    postMessage(message: unknown): void {
      this.sent.push(message);
    }
    async terminate(): Promise<void> {
      this.ended = true;
    }
  },
}));

interface Thread extends EventEmitter {
  readonly sent: ToWorker[];
  readonly ended: boolean;
}

let model: ReadModel;
let log: string[];
let followed: number[];
beforeEach(() => {
  threads.length = 0;
  log = [];
  followed = [];
  const follow = (from: number) => {
    followed.push(from);
    return () => undefined;
  };
  model = new ReadModel({
    directory: '/nowhere',
    chain: 'x',
    node: { follow } as never,
    log: pino({ base: null }, { write: (line) => void log.push(line) }),
  });
});
afterEach(() => void vi.useRealTimers());

const thread = (): Thread => threads.at(-1) as Thread;
const say = (message: FromWorker): void => void thread().emit('message', message);
const settled = (): Promise<unknown> => new Promise((resolve) => setImmediate(resolve));
const ask = (fromHeight?: number) => model.query('listServices', {}, fromHeight);
const code = (waits: Promise<unknown>): Promise<string> =>
  waits.then(
    () => 'answered',
    (error: { code: string }) => error.code,
  );

test('it follows only once the thread has said how far its rows go', () => {
  expect(model.state).toBe('starting');
  expect(followed).toEqual([]);
  say({ kind: 'ready', height: 6, dropped: undefined });
  expect([model.state, model.height, followed]).toEqual(['running', 6, [7]]);
  expect(log).toEqual([]);
});

test('answers find their questions in whatever order they come', async () => {
  const [first, second] = [ask(), ask()];
  say({ kind: 'answer', id: 1, answer: ['b'] });
  say({ kind: 'answer', id: 0, answer: ['a'] });
  // An answer that nobody waits for any more is dropped.
  say({ kind: 'answer', id: 0, answer: ['late'] });
  expect(await Promise.all([first, second])).toEqual([['a'], ['b']]);
});

test('a question the thread could not answer is refused with a code, and the next one is asked', async () => {
  const waits = code(ask());
  say({ kind: 'failed', id: 0 });
  expect(await waits).toBe('read-model-unavailable');
  const again = ask();
  say({ kind: 'answer', id: 1, answer: [] });
  expect(await again).toEqual([]);
});

test('five hundred may wait for an answer; the next one is told to come back', async () => {
  const waiting = Array.from({ length: 500 }, () => code(ask()));
  expect(await code(ask())).toBe('overloaded');
  say({ kind: 'answer', id: 17, answer: [] });
  expect(await waiting[17]).toBe('answered');
  const again = code(ask());
  say({ kind: 'answer', id: 500, answer: [] });
  expect(await again).toBe('answered');
});

test('those who waited for a block count among the five hundred once it is in', async () => {
  say({ kind: 'ready', height: 0, dropped: undefined });
  const crowd = Array.from({ length: 700 }, () => code(ask(1)));
  say({ kind: 'position', height: 1, records: 1, busyMs: 1 });
  await settled();
  expect(thread().sent.filter(({ kind }) => kind === 'query')).toHaveLength(500);
  for (let id = 0; id < 500; id++) say({ kind: 'answer', id, answer: [] });
  const ends = await Promise.all(crowd);
  expect(ends.filter((end) => end === 'answered')).toHaveLength(500);
  expect(ends.filter((end) => end === 'overloaded')).toHaveLength(200);
});

test('a thread that does not answer in ten seconds is busy, and its late answer is nobody’s', async () => {
  vi.useFakeTimers();
  const waits = code(ask());
  await vi.advanceTimersByTimeAsync(9_999);
  expect(await Promise.race([waits, 'waiting'])).toBe('waiting');
  await vi.advanceTimersByTimeAsync(1);
  expect(await waits).toBe('overloaded');
  say({ kind: 'answer', id: 0, answer: [] });
  expect(vi.getTimerCount()).toBe(0);
});

test.each<[string, (thread: Thread) => void, string]>([
  ['dies', (one) => one.emit('exit', 1), 'exit'],
  ['throws', (one) => one.emit('error', new RangeError('张三')), 'RangeError'],
  ['finds damage', (one) => one.emit('message', { kind: 'damaged', reason: 'sqlite-11' }), 'sqlite-11'],
])(
  'a thread that %s is replaced: the rows are followed from zero, and who asked is told',
  async (_name, end, reason) => {
    say({ kind: 'ready', height: 8, dropped: undefined });
    const waits = code(ask());
    const first = thread();
    end(first);
    expect([model.height, model.state]).toEqual([-1, 'failed']);
    const meanwhile = code(ask());
    expect(await Promise.all([waits, meanwhile])).toEqual(['read-model-unavailable', 'read-model-unavailable']);
    await settled();
    expect(first.ended).toBe(true);
    expect(thread()).not.toBe(first);
    say({ kind: 'ready', height: -1, dropped: 'not-closed' });
    expect(followed).toEqual([9, 0]);
    expect(model.work.restarts).toBe(1);
    expect(log.join('')).toContain(`"event":"read-model-restart","reason":"${reason}"`);
    expect(log.join('')).not.toContain('张三');
    // What the first one still says is not heard of again.
    first.emit('exit', 1);
    expect(model.state).toBe('running');
  },
);

test('who waits for a block through a restart is answered by the new thread', async () => {
  say({ kind: 'ready', height: 0, dropped: undefined });
  const waits = ask(3);
  thread().emit('exit', 1);
  await settled();
  say({ kind: 'ready', height: -1, dropped: undefined });
  say({ kind: 'position', height: 3, records: 9, busyMs: 2 });
  await settled();
  say({ kind: 'answer', id: 0, answer: ['a'] });
  expect(await waits).toEqual(['a']);
});

test('a thread that keeps dying is left down after five more, and says so for good', async () => {
  for (let life = 0; life < 6; life++) {
    thread().emit('exit', 1);
    await settled();
  }
  expect(threads).toHaveLength(6);
  expect(model.state).toBe('failed');
  expect(await code(ask())).toBe('read-model-unavailable');
  await model.close();
});

test('closed, it waits until the thread has sealed its file', async () => {
  say({ kind: 'ready', height: 0, dropped: undefined });
  let closed = false;
  const closing = model.close().then(() => {
    closed = true;
  });
  await settled();
  expect(thread().sent.at(-1)).toEqual({ kind: 'close' });
  expect(closed).toBe(false);
  say({ kind: 'closed' });
  await closing;
  expect(thread().ended).toBe(true);
  thread().emit('exit', 0);
  await settled();
  expect(threads).toHaveLength(1);
});

test('closed while its thread is being replaced, it starts no other', async () => {
  thread().emit('exit', 1);
  await model.close();
  await settled();
  expect(threads).toHaveLength(1);
});

test('a thread that dies while it closes does not keep anyone waiting', async () => {
  const closing = model.close();
  thread().emit('exit', 1);
  await closing;
  await settled();
  expect(threads).toHaveLength(1);
});

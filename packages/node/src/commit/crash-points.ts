/**
 * The numbered places on the commit path where a test build dies. The list is data so that a campaign can walk it:
 * a point that is added here without a `crashAt(n)` on the path fails the campaign's own test.
 */
export const crashPoints = [
  { point: 1, place: 'a block was ordered, nothing was planned' },
  { point: 2, place: 'the block was planned, nothing was written' },
  { point: 3, place: 'the journal record was handed to the system, nobody waited for it' },
  { point: 4, place: 'the journal record is durable, the signed head is the old one' },
  { point: 5, place: 'journal and signed head are durable, no checkpoint was signed' },
  { point: 6, place: 'the checkpoint was signed, nobody was told' },
  { point: 7, place: 'the checkpoint was published, no receipt was answered' },
  { point: 8, place: 'receipts were answered' },
  { point: 9, place: 'entries, tiles and state are being made durable' },
  { point: 10, place: 'entries, tiles and state are durable, the journal still holds their blocks' },
  { point: 11, place: 'the journal was trimmed' },
  { point: 12, place: 'the directory was laid out, block 0 was not ordered' },
] as const;

export type CrashPointNumber = (typeof crashPoints)[number]['point'];

/** What the commit path calls at each point. The entry decides what dying means (`process.kill(process.pid, 'SIGKILL')`). */
export type CrashPoint = (point: CrashPointNumber) => void;

/** The one that production uses. */
export const noCrashPoint: CrashPoint = () => {};

/** Dies through `die` when `wanted` is reached for the `occurrence`-th time (1 = the first). */
export function crashPointAt(wanted: number, occurrence: number, die: (point: CrashPointNumber) => void): CrashPoint {
  let left = occurrence;
  return (point) => {
    if (point !== wanted) return;
    left -= 1;
    if (left === 0) die(point);
  };
}

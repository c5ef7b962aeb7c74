import { expect, it } from 'vitest';
import { isCutShort, readTrace } from './file-calls.ts';

const TRACE = `812 1700000000.123456 openat(AT_FDCWD</home>, "/home/l/tail.tmp", O_RDWR) = -1 ENOENT (No such file or directory)
812 1700000000.223456 fdatasync(21</home/l/journal/0.journal>) = -1 EIO (Input/output error) (INJECTED)
812 1700000000.323456 rename("/home/l/tail.tmp", "/home/l/tail") = 0
813 1700000000.423456 write(1<pipe:[99]>, ""..., 12) = 12
812 1700000000.523456 pwrite64(22</home/l/signed-head>, ""..., 88, 4096 <unfinished ...>
812 +++ killed by SIGKILL +++
`;

it('calls on the ledger’s own files are read out of a trace, with the one that was injected', () => {
  expect(readTrace(TRACE, '/home/l').map(({ call, path, isInjected }) => [call, path, isInjected])).toEqual([
    ['openat', '/home/l/tail.tmp', false],
    ['fdatasync', '/home/l/journal/0.journal', true],
    ['rename', '/home/l/tail.tmp', false],
    ['pwrite64', '/home/l/signed-head', false],
  ]);
  expect(readTrace(TRACE, '/home/l')[1]?.thread).toBe('812');
  expect(readTrace(TRACE, '/home/l')[1]?.atMs).toBeCloseTo(1_700_000_000_223.456, 2);
});

it('a kill inside a call is told from the end of a process between calls', () => {
  expect(
    isCutShort(
      '813 1700000000.423456 openat(AT_FDCWD</h>, "/h/data.mdb", O_RDWR) = ?\n813 1700000000.5 +++ killed by SIGKILL +++',
    ),
  ).toBe(true);
  expect(isCutShort('813 1700000000.423456 <... fdatasync resumed>) = ?\n')).toBe(true);
  expect(isCutShort(TRACE)).toBe(false);
  expect(
    isCutShort(
      '813 1700000000.423456 openat(AT_FDCWD</h>, "/h/data.mdb", O_RDWR) = 21</h/data.mdb>\n813 1700000000.5 +++ killed by SIGKILL +++',
    ),
  ).toBe(false);
});

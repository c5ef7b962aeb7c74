import type { StoryReport } from './story-report.ts';

/** The year has some 12,000; a city without it begins with a few dozen. */
const ENTRIES_OF_A_YEAR = 10_000;

/** What does not hold in a story, in words; empty when all of it does. Times are not judged here. */
export function storyFaults(report: StoryReport): string[] {
  const { interfaces, strayPackets, licence, registers, verified, pages, exitCodes, fsck, check } = report;
  const { proof, receipt, forged } = verified;
  const [before, ...later] = registers;
  const facts: readonly (readonly [holds: boolean, words: string])[] = [
    [interfaces.join() === 'lo', `there was a network: ${interfaces.join()}`],
    [strayPackets.story === 0, `${strayPackets.story} packets went to somebody else`],
    [strayPackets.afterProbe > strayPackets.story, 'a packet sent on purpose was not counted'],
    [hasPlayed(report), `the first start did not begin with twelve months: ${report.firstSaid}`],
    [/^92\d{6}/.test(licence), 'the application was not granted'],
    [before?.record.includes('清风书屋') === true, 'the register does not know the licence'],
    [
      later.length === 2 && later.every((view) => isKept(view, before)),
      `a later start lost something: ${JSON.stringify(registers)}`,
    ],
    [proof.code === 0 && proof.answer.includes('"policyMet":true'), `the proof did not verify: ${proof.answer}`],
    [receipt.code === 0 && receipt.answer.includes('"verified":true'), `the receipt did not verify: ${receipt.answer}`],
    [forged.code === 1 && forged.answer.includes('"verified":false'), `a forged proof passed: ${forged.answer}`],
    [Object.values(pages).every((status) => status === 200), `pages answered ${JSON.stringify(pages)}`],
    [report.emptyIsBare, 'the bare node has somebody invented in it'],
    [exitCodes.every((code) => code === 0), `a stop ended with ${exitCodes.join()}`],
    [fsck.code === 0, `the ledger is not whole: ${fsck.answer}`],
    [check.code === 0, `the folder is not as listed: ${check.answer}`],
  ];
  return facts.flatMap(([holds, words]) => (holds ? [] : [words]));
}

/** Said so, and their entries are there; a machine whose clock stands before the end of them says that instead. */
function hasPlayed({ firstSaid, registers }: StoryReport): boolean {
  if (!firstSaid.includes('playing twelve months')) return false;
  if (firstSaid.includes('before the end of the played year')) return true;
  return firstSaid.includes('laying out twelve months') && (registers[0]?.size ?? 0) > ENTRIES_OF_A_YEAR;
}

/** A start may add entries of its own (a department's new address) and must not take any away. */
function isKept(view: StoryReport['registers'][number], before: StoryReport['registers'][number] | undefined): boolean {
  if (before === undefined) return false;
  const { size, licences, record } = view;
  return size >= before.size && record === before.record && licences.join() === before.licences.join();
}

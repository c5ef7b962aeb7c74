/** Why two signed checkpoints accuse the log: read off their sizes, so that nobody's label need be believed. */
export function evidenceReason(pair: {
  readonly older: string;
  readonly newer: string;
}): 'forked' | 'rolled-back' | 'unproved' {
  const older = checkpointSize(pair.older);
  const newer = checkpointSize(pair.newer);
  if (newer < older) return 'rolled-back';
  return newer === older ? 'forked' : 'unproved';
}

/** The second line of a checkpoint; NaN of what is none. */
export function checkpointSize(note: string): number {
  return Number(note.split('\n')[1] ?? Number.NaN);
}

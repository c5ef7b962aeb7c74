/** Bytes and notes of one request or answer. */
export const MAX_LINES_BYTES = 65_536;
export const MAX_LINES = 64;

/** Notes as they travel: each a strict JSON string and a newline. */
export function formatLines(notes: readonly string[]): string {
  return notes.map((note) => `${JSON.stringify(note)}\n`).join('');
}

/** undefined when it is no such text. */
export function findLines(text: string): readonly string[] | undefined {
  const lines = text.split('\n', MAX_LINES + 2);
  if (lines.pop() !== '' || lines.length > MAX_LINES) return undefined;
  const notes: string[] = [];
  for (const line of lines) {
    const note = findNote(line);
    if (note === undefined) return undefined;
    notes.push(note);
  }
  return notes;
}

function findNote(line: string): string | undefined {
  try {
    const note: unknown = JSON.parse(line);
    return typeof note === 'string' ? note : undefined;
  } catch {
    return undefined;
  }
}

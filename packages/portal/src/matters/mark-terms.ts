export interface MarkedPart {
  readonly text: string;
  readonly isMarked: boolean;
  /** Where it begins. */
  readonly at: number;
}

/** A name in parts, those that are one of the terms marked; letters of either case. */
export function markTerms(name: string, terms: readonly string[]): MarkedPart[] {
  const low = name.toLowerCase();
  const marks = Array<boolean>(name.length).fill(false);
  // A few letters change their length in lower case: places would not be those of the name.
  if (low.length === name.length) {
    for (const term of terms) {
      for (let at = term === '' ? -1 : low.indexOf(term); at >= 0; at = low.indexOf(term, at + 1)) {
        marks.fill(true, at, at + term.length);
      }
    }
  }
  const parts: MarkedPart[] = [];
  for (let at = 0; at < name.length; ) {
    let end = at + 1;
    while (end < name.length && marks[end] === marks[at]) end += 1;
    parts.push({ text: name.slice(at, end), isMarked: marks[at] === true, at });
    at = end;
  }
  return parts;
}

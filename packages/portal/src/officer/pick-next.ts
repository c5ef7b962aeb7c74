interface Listed {
  readonly id: string;
  readonly officer?: string;
}

interface Standing {
  /** Key of the officer who asks. */
  readonly me: string;
  /** Cases that were opened on this walk through the list, the present one among them. */
  readonly seen: readonly string[];
}

/**
 * The next case of a list for somebody who walks through it: none twice, and none that a colleague is working on, or the
 * first red case of somebody else would be offered again after every decision.
 */
export function pickNext<Case extends Listed>(cases: readonly Case[], { me, seen }: Standing): Case | undefined {
  return cases.find(({ id, officer }) => !seen.includes(id) && (officer === undefined || officer === me));
}

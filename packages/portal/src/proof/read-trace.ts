/** One line of a contract's reasoning, for reading. `passed` is undefined where the result is a figure or a word. */
export interface TraceLine {
  readonly rule: string;
  readonly article: string;
  readonly fact: string | undefined;
  readonly result: string;
  readonly passed: boolean | undefined;
}

/** The lines of a trace `{contract,decision,manual,trace:[{rule,article,fact?,result}]}`; what is no line is left out. */
export function readTrace(trace: unknown): readonly TraceLine[] {
  const rows = Array.isArray(trace) ? trace : (trace as { trace?: unknown } | null)?.trace;
  return Array.isArray(rows) ? rows.flatMap(readLine) : [];
}

/** What the contract would have done: `grant`, `propose` or `ask`. */
export function readProposal(trace: unknown): string | undefined {
  const decision = (trace as { decision?: unknown } | null)?.decision;
  return typeof decision === 'string' ? decision : undefined;
}

function readLine(row: unknown): TraceLine[] {
  const { rule, article, fact, result } = (row ?? {}) as Record<string, unknown>;
  if (typeof rule !== 'string') return [];
  return [
    {
      rule,
      article: typeof article === 'string' ? article : '',
      fact: typeof fact === 'string' ? fact : undefined,
      result: String(result),
      passed: passedOf(result),
    },
  ];
}

const passes = new Set(['met', 'true', 'pass']);
const fails = new Set(['not-met', 'missing', 'false', 'fail']);

function passedOf(result: unknown): boolean | undefined {
  if (typeof result === 'boolean') return result;
  if (passes.has(String(result))) return true;
  return fails.has(String(result)) ? false : undefined;
}

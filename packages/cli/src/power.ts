/** What only a process has: made once, in `main.ts`, and handed down. */
export interface Power {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly pid: number;
  /** Milliseconds. */
  clock(): number;
  randomBytes(length: number): Uint8Array;
  /** One line for people or programs. */
  print(line: string): void;
  /** One line about trouble. */
  warn(line: string): void;
  /** Tells the process that started this one, if there is one, that it may go on. */
  ready(facts: Readonly<Record<string, string>>): void;
  /** Tells it how its own work goes, as often as that changes. */
  health(line: Readonly<Record<string, string>>): void;
  /** Resolves when somebody asked this process to end: a signal, or the parent gone. */
  readonly stopped: Promise<void>;
}

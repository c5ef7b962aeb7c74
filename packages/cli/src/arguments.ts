/** Arguments of one command, read once: words in their order, `--name value` or `--name` for what is listed as a flag. */
export interface Arguments {
  readonly words: readonly string[];
  has(flag: string): boolean;
  find(option: string): string | undefined;
  all(option: string): readonly string[];
}

export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Throws `UsageError` for an option nobody listed: a typo must not be a silent default. */
export function readArguments(
  args: readonly string[],
  { flags = [], options = [] }: { readonly flags?: readonly string[]; readonly options?: readonly string[] },
): Arguments {
  const words: string[] = [];
  const found = new Map<string, string[]>();
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (!arg.startsWith('--')) {
      words.push(arg);
      continue;
    }
    const [name = '', inline] = arg.slice(2).split(/=(.*)/s);
    if (flags.includes(name) && inline === undefined) {
      found.set(name, []);
    } else if (options.includes(name)) {
      const value = inline ?? rest.shift();
      if (value === undefined) throw new UsageError(`--${name} 需要一个值 needs a value`);
      found.set(name, [...(found.get(name) ?? []), value]);
    } else {
      throw new UsageError(`不认识的选项 unknown option --${name}`);
    }
  }
  return {
    words,
    has: (flag) => found.has(flag),
    find: (option) => found.get(option)?.at(-1),
    all: (option) => found.get(option) ?? [],
  };
}

/** A whole number of an option, or what stands in for it. */
export function numberOption(args: Arguments, option: string, otherwise: number): number {
  const text = args.find(option);
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0) throw new UsageError(`--${option} 需要一个数 needs a number`);
  return value;
}

/** A fenced block of a guide: a file to write, a command to run, or what a command prints. */
export type GuideBlock =
  | { readonly kind: 'file'; readonly name: string; readonly text: string }
  | { readonly kind: 'command'; readonly text: string }
  | { readonly kind: 'output'; readonly text: string };

const BLOCK = /^```([^\n]*)\n([\s\S]*?)^```$/gm;

/** Blocks in their order. `sh` is run, `text` after it is compared, `file=…` is written; others (`console`) are for people. */
export function guideBlocks(guide: string): GuideBlock[] {
  return [...guide.matchAll(BLOCK)].flatMap(([, info = '', text = '']): GuideBlock[] => {
    const [, name] = /\bfile=(\S+)/.exec(info) ?? [];
    if (name !== undefined) return [{ kind: 'file', name, text }];
    if (info === 'sh') return [{ kind: 'command', text: text.trim() }];
    return info === 'text' ? [{ kind: 'output', text: text.trimEnd() }] : [];
  });
}

/** Whether lines are as the guide shows them; `…` stands for anything in a line. */
export function isAsShown(printed: readonly string[], shown: string): boolean {
  const lines = shown.split('\n');
  const pattern = (line: string) =>
    new RegExp(
      `^${line
        .split('…')
        .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
        .join('.*')}$`,
    );
  return printed.length === lines.length && lines.every((line, at) => pattern(line).test(printed[at] ?? ''));
}

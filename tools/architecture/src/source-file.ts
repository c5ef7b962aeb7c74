/** One import or re-export as written: where it points and whether it vanishes at run time. */
export interface ImportEdge {
  readonly specifier: string;
  readonly typeOnly: boolean;
}

export interface FunctionShape {
  readonly name: string;
  readonly line: number;
  readonly lines: number;
  readonly parameters: number;
  readonly isAsync: boolean;
}

/** A hand-written source file as the rules see it. `path` is relative to the project's root, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly ImportEdge[];
  readonly functions: readonly FunctionShape[];
  /** Identifiers and member names used, as `Date` or `Math.random`, each with its first line. */
  readonly words: ReadonlyMap<string, number>;
  /** String literals, for rules about what platform code may name. */
  readonly strings: ReadonlyMap<string, number>;
  readonly starExports: number;
  readonly isTest: boolean;
}

export interface Violation {
  readonly rule: string;
  readonly path: string;
  readonly line?: number;
  readonly detail: string;
}

export type Rule = (files: readonly SourceFile[]) => Violation[];

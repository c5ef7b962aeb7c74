/** What the search must know of a matter; the words are the author's, the language is this package's. */
export interface Searchable<Id extends string> {
  readonly id: Id;
  readonly name: { readonly 'zh-CN': string; readonly en: string };
  /** What people call the matter: each alone is enough to mean it. */
  readonly aliases: readonly string[];
  /** What people talk about when they mean it; enough only together, or when little else is said. */
  readonly hints: readonly string[];
  readonly english: readonly string[];
  /** Whether one is paid something: whoever asks how much means such a one first. */
  readonly pays?: boolean;
}

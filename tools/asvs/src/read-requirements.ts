/** Where it is held: a test by its title, or words in a document. */
export interface Evidence {
  readonly kind: 'test' | 'document';
  readonly path: string;
  /** The test's title or its beginning; words of the document. */
  readonly words: string;
}

export interface Requirement {
  readonly id: string;
  readonly level: 1 | 2;
  readonly asks: string;
  readonly evidence: readonly Evidence[];
  /** Why it does not apply. */
  readonly notFor?: string;
  /** What is missing for it. */
  readonly gap?: string;
}

/** Reads `requirements.txt`; throws where a line has another form. */
export function readRequirements(text: string): Requirement[] {
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [id = '', level = '', asks = '', held = '', ...more] = line.split('|');
      if (!/^\d+\.\d+\.\d+$/.test(id) || !/^[12]$/.test(level) || asks === '' || held === '' || more.length > 0)
        throw new TypeError(line);
      return { id, level: Number(level) as 1 | 2, asks, ...readHeld(held) };
    });
}

function readHeld(held: string): Pick<Requirement, 'evidence' | 'notFor' | 'gap'> {
  const [, notFor] = /^na (.+)$/.exec(held) ?? [];
  if (notFor !== undefined) return { evidence: [], notFor };
  const [, gap] = /^gap (.+)$/.exec(held) ?? [];
  if (gap !== undefined) return { evidence: [], gap };
  return { evidence: held.split(' ;; ').map(readEvidence) };
}

function readEvidence(text: string): Evidence {
  const [, doc, path = '', words = ''] = /^(doc )?(\S+) # (.+)$/.exec(text) ?? [];
  if (words === '') throw new TypeError(text);
  return { kind: doc === undefined ? 'test' : 'document', path, words };
}

import type { Story } from './story.ts';
import { kidOf } from './test-chain.ts';
import { by } from './version-three-letters.ts';

/** An organ lists its documents, again after a crash, and one that is not its own. */
export async function documentsOfVersionThree(story: Story): Promise<void> {
  const list = (org: string, documents: readonly string[]) =>
    by('police-attester', 'documents.list', {
      ...{ org, certificate: kidOf('certificate'), stamp: kidOf('authority') },
      documents: documents.map(kidOf),
    });
  await story.add(10, [
    list('police', ['first document', 'second document']),
    list('police', ['second document', 'third document']),
    list('police', ['first document']),
    list('market', ['fourth document']),
  ]);
}

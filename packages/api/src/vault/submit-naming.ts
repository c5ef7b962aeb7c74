import type { SubmitResult } from '@minglu/node';
import { type Attachment, parseAttachments, parseSidecar, parseTransaction } from '@minglu/protocol';
import type { ApiContext } from '../api-context.ts';
import { statusOf } from '../error-status.ts';
import { findCodedError } from '../http/find-coded-error.ts';

/** A sidecar's text is strict JSON: whoever names attachments writes exactly this. */
const MEMBER = '"attachments"';

/**
 * Submits; where the sidecar names attachments they must lie in the vault first, and stay once the case is accepted. A
 * crash in between leaves a pin, and the next sweep asks the chain what became of it: no accepted case loses a document.
 */
export const submitNaming = async (
  context: ApiContext,
  transaction: string,
  sidecar: string | undefined,
): Promise<SubmitResult> => {
  const { node, vault } = context;
  const naming = sidecar?.includes(MEMBER) === true ? findNaming(transaction, sidecar) : undefined;
  if (naming === undefined || naming.named.length === 0) return node.submit(transaction, sidecar);
  await vault.hold(naming.id, naming.named, naming.caseKey);
  try {
    const result = await node.submit(transaction, sidecar);
    await vault.settle(naming.id, naming.named, !('refused' in result.outcome), naming.caseKey);
    return result;
  } catch (error) {
    const coded = findCodedError(error);
    // Below 500 nothing happened. Above, the node may have halted with the transaction on disk: the pin stays and tells.
    if (coded !== undefined && statusOf(coded.code) < 500) await vault.settle(naming.id, naming.named, false);
    throw error;
  }
};

interface Naming {
  readonly id: string;
  readonly named: readonly Attachment[];
  /** Thumbprint of the case's key; none where an officer's registered key signed. */
  readonly caseKey: string | undefined;
}

/** Throws `attachment-list`; anything else that is wrong is the node's to refuse. */
const findNaming = (transaction: string, text: string): Naming | undefined => {
  let id: string;
  let caseKey: string | undefined;
  let plain: Parameters<typeof parseAttachments>[0];
  try {
    const parsed = parseTransaction(transaction);
    id = parsed.id;
    caseKey = parsed.caseKey?.kid;
    ({ plain } = parseSidecar(text));
  } catch {
    return undefined;
  }
  return { id, caseKey, named: parseAttachments(plain) };
};

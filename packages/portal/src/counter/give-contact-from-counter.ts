import type { JsonObject, Signer } from '@minglu/protocol';
import { signCaseProof } from '@minglu/sdk';
import type { ContactAnswer } from '../inbox/contact-record.ts';
import { departmentAt } from '../server/api.ts';

interface CounterCase {
  readonly chain: string;
  /** Of the deciding department: its id and its own process. */
  readonly organ: string;
  readonly endpoint: string;
  readonly id: string;
  /** The key that goes on paper. */
  readonly signer: Signer;
}

/**
 * Hands the contact to the deciding department under the key of the case, as the person's own phone would: it stands
 * neither in the application nor on this machine. The messages are in Chinese, whatever language the officer reads.
 */
export async function giveContactFromCounter(
  { chain, organ, endpoint, id, signer }: CounterCase,
  contact: ContactAnswer,
): Promise<void> {
  const content = { ...contact, language: 'zh-CN' } as JsonObject;
  const draft = { chain, organisation: organ, case: id, purpose: 'contact.put', at: Date.now(), content };
  await departmentAt(endpoint).putContact(await signCaseProof(draft, signer));
}

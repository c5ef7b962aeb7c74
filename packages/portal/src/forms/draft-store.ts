import { type LocalRecord, localRecord } from '../store/local-record.ts';
import { type ApplicationDraft, parseDraft } from './application-draft.ts';

/** The draft of one service in this browser. */
export function draftStore(service: string): LocalRecord<ApplicationDraft> {
  return localRecord(`minglu.draft.${service}`, parseDraft);
}

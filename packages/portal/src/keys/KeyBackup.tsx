import type { JsonObject } from '@minglu/protocol';
import { sealKeyFile } from '@minglu/sdk';
import type { StoredCase } from '../store/case-store.ts';
import { BackupForm } from './BackupForm.tsx';

interface KeyBackupProps {
  readonly stored: StoredCase;
  readonly privateJwk: JsonObject;
}

/** The key of a case, with what this browser noted of it. */
export function KeyBackup({ stored, privateJwk }: KeyBackupProps) {
  const file = { case: stored.id, kid: stored.kid, privateJwk, notes: JSON.stringify(stored) };
  return <BackupForm fileName={`${stored.id}.minglu-key.json`} seal={(passphrase) => sealKeyFile(file, passphrase)} />;
}

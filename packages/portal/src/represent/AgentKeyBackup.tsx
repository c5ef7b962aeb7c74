import { type AgentSecrets, sealAgentKeyFile } from '@minglu/sdk';
import { BackupForm } from '../keys/BackupForm.tsx';

interface AgentKeyBackupProps {
  readonly kid: string;
  readonly secrets: AgentSecrets;
}

/** Both keys of an agent; nothing of whoever appointed him. */
export function AgentKeyBackup({ kid, secrets }: AgentKeyBackupProps) {
  return (
    <BackupForm
      fileName={`${kid.slice(0, 8)}.minglu-agent.json`}
      seal={(passphrase) => sealAgentKeyFile({ kid, secrets }, passphrase)}
    />
  );
}

import { parseCheckpoint, utf8Encode, type Vkey } from '@minglu/protocol';
import type { CheckpointHistory } from '../checkpoints/checkpoint-history.ts';
import { checkSignatureNative } from '../crypto/native-signature.ts';
import { NodeError } from '../node-error.ts';

/** A chain that was signed by one key is not gone on with under another: readers would see two logs of one name. */
export async function checkLogKey(history: CheckpointHistory, { name, keyId, key }: Vkey): Promise<void> {
  const note = await history.findLatest();
  if (note === undefined) return;
  const { text, signatures } = parseCheckpoint(note).note;
  const isOurs = signatures.some(
    (line) => line.name === name && line.keyId === keyId && checkSignatureNative(key, utf8Encode(text), line.bytes),
  );
  if (!isOurs) throw new NodeError('log-key-differs', { remedy: 'start with the key that signed this log' });
}

import { sha256 } from '@minglu/protocol';
import { DepartmentError } from '../department-error.ts';
import { type CmsOptions, signCms } from './cms-signature.ts';

/** Room for the signature in the file, bytes of DER; what is not needed stays zero, as PDF wants. */
export const SIGNATURE_BYTES = 4_096;
/** What the writer puts where the four numbers of the byte range will stand. */
export const RANGE_PLACEHOLDER = 9_999_999_999;

const RANGE = `/ByteRange [0 ${RANGE_PLACEHOLDER} ${RANGE_PLACEHOLDER} ${RANGE_PLACEHOLDER}]`;
const CONTENTS = `/Contents <${'00'.repeat(SIGNATURE_BYTES)}>`;

/**
 * Seals a PDF that was written with a place for it: the byte range covers every byte but the signature's own (ISO 32000-1,
 * 12.8.1), and the signature is a detached CMS over them, SubFilter ETSI.CAdES.detached.
 */
export async function sealPdf(unsealed: Uint8Array, seal: Omit<CmsOptions, 'content'>): Promise<Uint8Array> {
  const bytes = Buffer.from(unsealed);
  const range = bytes.indexOf(RANGE, 0, 'latin1');
  const contents = bytes.indexOf(CONTENTS, 0, 'latin1');
  if (range < 0 || contents < 0) throw new DepartmentError('seal-place-missing');
  const start = contents + '/Contents '.length;
  const end = contents + CONTENTS.length;
  const written = `/ByteRange [0 ${start} ${end} ${bytes.length - end}]`;
  bytes.write(written.padEnd(RANGE.length, ' '), range, 'latin1');
  const digest = sha256(Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]));
  const signature = Buffer.from(await signCms(digest, seal)).toString('hex');
  if (signature.length > SIGNATURE_BYTES * 2)
    throw new DepartmentError('seal-place-missing', { bytes: SIGNATURE_BYTES });
  bytes.write(signature, start + 1, 'latin1');
  return bytes;
}

import { type VerifiedAuditExport, type VerifyOptions, verifyAuditExport } from '@minglu/protocol';

/** What the lines of an export are about, counted; never who. */
export interface AuditExportReport extends VerifiedAuditExport {
  readonly kinds: Readonly<Record<string, number>>;
}

/** Checks an export of an audit stream, offline. Throws the code of the part that failed. */
export async function checkAuditExport(text: string, options: VerifyOptions): Promise<AuditExportReport> {
  const kinds: Record<string, number> = {};
  const verified = await verifyAuditExport(text.split('\n'), {
    ...options,
    onLine: ({ kind }) => {
      kinds[String(kind)] = (kinds[String(kind)] ?? 0) + 1;
    },
  });
  return { ...verified, kinds };
}

export { AuditError, type AuditErrorCode, type AuditErrorFacts } from './audit-error.ts';
export type { AuditFile, AuditFiles } from './audit-files.ts';
export { AUDIT_KINDS, type AuditEntry, type AuditKind, type AuditLine } from './audit-line.ts';
export type { AuditPage, AuditQuery, AuditRoot, AuditStream, CutNote, OpenAuditStream } from './audit-stream.ts';
export { type CheckStreamOptions, checkStream, type StreamReport } from './check/check-stream.ts';
export type { StreamAnchor, StreamFinding, StreamFindingCode } from './check/stream-finding.ts';
export type { LineSource } from './collect/follow-lines.ts';
export { LineShipper, type LineShipperOptions, type ShipperEvent } from './collect/line-shipper.ts';
export type { CollectorAddress, CollectorTrouble } from './collect/send-batch.ts';
export { diskFiles } from './disk-files.ts';
export { type AnchorProof, type ExportedStream, exportStream, MAX_EXPORT_LINES } from './export-stream.ts';
export {
  type FootprintLine,
  type FootprintView,
  type FootprintWho,
  footprintLine,
} from './footprint/footprint-line.ts';
export { officerNumber } from './footprint/officer-number.ts';
export { type AuditStreamOptions, openAuditStream } from './open-audit-stream.ts';
export { formatLine, MAX_LINE_LENGTH, parseLine } from './parse-line.ts';

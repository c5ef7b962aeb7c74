import { parseParticulars } from '../forms/particulars.ts';
import { parsePages } from '../forms/premises.ts';
import type { StoredCase } from '../store/case-store.ts';

/** The notes of a case as its owner's other device wrote them; undefined unless they are whole. */
export function parseStoredCase(text: string): StoredCase | undefined {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof raw !== 'object' || raw === null) return undefined;
  const { id, service, createdAt, kid, body, operator, transaction, sidecar, receipt, attachments, particulars } =
    raw as Record<string, unknown>;
  const isWhole = [id, service, kid, transaction, sidecar].every((one) => typeof one === 'string');
  if (!isWhole || typeof createdAt !== 'number' || !isBody(body) || !isOperator(operator)) return undefined;
  const pages = parsePages(attachments);
  return {
    id: String(id),
    service: String(service),
    createdAt,
    kid: String(kid),
    body,
    operator,
    transaction: String(transaction),
    sidecar: String(sidecar),
    ...(typeof particulars === 'object' && particulars !== null
      ? { particulars: parseParticulars(particulars as Record<string, unknown>) }
      : {}),
    ...(pages === undefined ? {} : { attachments: pages }),
    ...(typeof receipt === 'string' ? { receipt } : {}),
  };
}

function isBody(raw: unknown): raw is StoredCase['body'] {
  const { tradeName, scope, region } = (raw ?? {}) as Record<string, unknown>;
  const isList = Array.isArray(scope) && scope.every((code) => typeof code === 'string');
  const isName = tradeName === undefined || typeof tradeName === 'string';
  return isName && typeof region === 'string' && isList;
}

function isOperator(raw: unknown): raw is StoredCase['operator'] {
  const { salt, value } = (raw ?? {}) as Record<string, unknown>;
  return typeof salt === 'string' && typeof value === 'string';
}

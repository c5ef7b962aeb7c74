import { formatStrictJson, type JsonValue, ProtocolError } from '@minglu/protocol';
import type { Finding } from './finding.ts';
import type { ServiceFolder } from './service-folder.ts';
import type { Check } from './shape.ts';
import { fixturesShape, formShape, guideShape, manifestShape, messagesShape, storyShape } from './shapes.ts';

/** The data of a service's folder, by file name; the contract beside them is code. */
export const folderFiles = [
  'service.json',
  'form.json',
  'messages/zh-CN.json',
  'messages/en.json',
  'guide.json',
  'fixtures.json',
  'story.json',
] as const;
export type FolderFile = (typeof folderFiles)[number];

export type FolderTexts = Readonly<Partial<Record<FolderFile, string>>>;

const SHAPES: Readonly<Record<FolderFile, Check>> = {
  'service.json': manifestShape,
  'form.json': formShape,
  'messages/zh-CN.json': messagesShape,
  'messages/en.json': messagesShape,
  'guide.json': guideShape,
  'fixtures.json': fixturesShape,
  'story.json': storyShape,
};
const MAX_LENGTH = 262_144;

export interface ReadFolder {
  /** Undefined when a file is missing or not of its shape: nothing else can be said then. */
  readonly folder: ServiceFolder | undefined;
  readonly findings: readonly Finding[];
}

/** Parses a folder's files and checks each for its own shape. Reads nothing: whoever calls it did. */
export function readServiceFolder(texts: FolderTexts): ReadFolder {
  const findings: Finding[] = [];
  const parsed = {} as Record<FolderFile, JsonValue>;
  for (const file of folderFiles) {
    const text = texts[file];
    if (text === undefined) {
      findings.push({ code: 'file-missing', file, at: '' });
      continue;
    }
    try {
      parsed[file] = parse(text);
    } catch (error) {
      const reason = error instanceof ProtocolError ? error.code : 'json-malformed';
      findings.push({ code: 'json-malformed', file, at: '', facts: { reason } });
      continue;
    }
    SHAPES[file](parsed[file], { file, at: '', report: (finding) => findings.push(finding) });
  }
  if (findings.length > 0) return { folder: undefined, findings };
  const folder = {
    manifest: parsed['service.json'],
    form: parsed['form.json'],
    messages: { 'zh-CN': parsed['messages/zh-CN.json'], en: parsed['messages/en.json'] },
    guide: parsed['guide.json'],
    fixtures: parsed['fixtures.json'],
    story: parsed['story.json'],
  } as unknown as ServiceFolder;
  return { folder, findings };
}

/** JSON as people write it; what could not stand on a ledger (fractions, lone surrogates, odd keys) is refused. */
function parse(text: string): JsonValue {
  if (text.length > MAX_LENGTH) throw new ProtocolError('json-too-long', { maxLength: MAX_LENGTH });
  const value = JSON.parse(text) as JsonValue;
  formatStrictJson(value);
  return value;
}

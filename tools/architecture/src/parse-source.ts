import { parseSync } from 'vite';
import type { FunctionShape, ImportEdge, SourceFile } from './source-file.ts';

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [member: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** Line numbers by offset, so that a violation can name its line. */
function lineCounter(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
}

class Collector {
  readonly imports: ImportEdge[] = [];
  readonly functions: FunctionShape[] = [];
  readonly words = new Map<string, number>();
  readonly strings = new Map<string, number>();
  starExports = 0;
  readonly #lineOf: (offset: number) => number;

  constructor(lineOf: (offset: number) => number) {
    this.#lineOf = lineOf;
  }

  visit(node: Node, name: string): void {
    this.#record(node, name);
    for (const [member, value] of Object.entries(node)) {
      if (member === 'parent') continue;
      const childName = nameFor(node, member, name);
      if (Array.isArray(value)) {
        for (const item of value) if (isNode(item)) this.visit(item, childName);
      } else if (isNode(value)) this.visit(value, childName);
    }
  }

  #record(node: Node, name: string): void {
    if (node.type === 'ImportDeclaration' || node.type === 'ExportNamedDeclaration') this.#recordModule(node);
    if (node.type === 'ExportAllDeclaration') {
      this.starExports += 1;
      this.#recordModule(node);
    }
    if (node.type === 'ImportExpression') this.#recordModule(node);
    if (isFunction(node)) this.#recordFunction(node, name);
    if (node.type === 'Identifier') this.#note(this.words, String(node.name), node);
    if (node.type === 'MemberExpression') this.#recordMember(node);
    if (node.type === 'Literal' && typeof node.value === 'string') this.#note(this.strings, node.value, node);
  }

  #recordModule(node: Node): void {
    const source = node.source;
    if (!isNode(source) || typeof source.value !== 'string') return;
    const typeOnly = node.importKind === 'type' || node.exportKind === 'type';
    this.imports.push({ specifier: source.value, typeOnly });
  }

  #recordMember(node: Node): void {
    const { object, property } = node;
    if (isNode(object) && isNode(property) && object.type === 'Identifier' && property.type === 'Identifier') {
      this.#note(this.words, `${String(object.name)}.${String(property.name)}`, node);
    }
  }

  #recordFunction(node: Node, name: string): void {
    const line = this.#lineOf(node.start);
    const parameters = Array.isArray(node.params) ? node.params.length : 0;
    const lines = this.#lineOf(node.end) - line + 1;
    const own = isNode(node.id) && typeof node.id.name === 'string' ? node.id.name : name;
    this.functions.push({ name: own, line, lines, parameters, isAsync: node.async === true });
  }

  #note(into: Map<string, number>, key: string, node: Node): void {
    if (!into.has(key)) into.set(key, this.#lineOf(node.start));
  }
}

const isFunction = (node: Node): boolean =>
  isNode(node.body) &&
  (node.type === 'FunctionDeclaration' ||
    node.type === 'FunctionExpression' ||
    node.type === 'ArrowFunctionExpression');

function nameFor(node: Node, member: string, inherited: string): string {
  const named = member === 'init' ? node.id : member === 'value' ? node.key : undefined;
  if (isNode(named) && typeof named.name === 'string') return named.name;
  if (isNode(node.id) && typeof node.id.name === 'string') return node.id.name;
  return inherited;
}

/** Reads one file's text into what the rules need. Throws a SyntaxError naming the file when it does not parse. */
export function parseSource(path: string, text: string): SourceFile {
  const parsed = parseSync(path, text);
  if (parsed.errors.length > 0) throw new SyntaxError(`${path}: ${parsed.errors[0]?.message ?? 'does not parse'}`);
  const collector = new Collector(lineCounter(text));
  collector.visit(parsed.program as unknown as Node, '(file)');
  return {
    path,
    lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    imports: collector.imports,
    functions: collector.functions,
    words: collector.words,
    strings: collector.strings,
    starExports: collector.starExports,
    isTest: /\.test\.tsx?$/.test(path) || path.includes('/testing/'),
  };
}

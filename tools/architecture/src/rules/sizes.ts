import type { Rule, SourceFile, Violation } from '../source-file.ts';

/** Hard caps. What good codebases converge on is lower; `statistics` prints where the house stands. */
export const CAPS = { fileLines: 400, functionLines: 70, parameters: 4 } as const;

/** A file, a function or a parameter list over its cap. In a test, a `describe` block is a chapter, not a function. */
export const sizes: Rule = (files) => files.flatMap((file) => [...fileSize(file), ...functionSizes(file)]);

function fileSize(file: SourceFile): Violation[] {
  if (file.lines <= CAPS.fileLines) return [];
  return [{ rule: 'size', path: file.path, detail: `${file.lines} lines, cap ${CAPS.fileLines}` }];
}

function functionSizes(file: SourceFile): Violation[] {
  return file.functions.flatMap((shape) => {
    const found: Violation[] = [];
    const at = { rule: 'size', path: file.path, line: shape.line };
    if (!file.isTest && shape.lines > CAPS.functionLines) {
      found.push({ ...at, detail: `${shape.name}: ${shape.lines} lines, cap ${CAPS.functionLines}` });
    }
    if (shape.parameters > CAPS.parameters) {
      found.push({ ...at, detail: `${shape.name}: ${shape.parameters} parameters, cap ${CAPS.parameters}` });
    }
    return found;
  });
}

import type { FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
// Not `typebox/compile`: three hundred files more at each start, for converting what is never converted here.
import { Compile } from 'typebox/schema';

const INTEGER = /^-?\d{1,16}$/;

/**
 * Validates with TypeBox's compiled checks. Query and path values are texts: those that a schema wants as integers are
 * read as such, and nothing else is converted. A body is never converted: `"5"` is not 5.
 */
export const compileValidator: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const check = Compile(schema);
  const integers = httpPart === 'body' ? [] : integerMembers(schema);
  return (value: unknown) => {
    const read = integers.length === 0 ? value : withIntegers(value, integers);
    if (check.Check(read)) return { value: read };
    return { error: check.Errors(read)[1] as [] };
  };
};

const integerMembers = (schema: TSchema): string[] =>
  Object.entries((schema as { properties?: Record<string, { type?: string }> }).properties ?? {})
    .filter(([, member]) => member.type === 'integer')
    .map(([name]) => name);

const withIntegers = (value: unknown, names: readonly string[]): unknown => {
  const read: Record<string, unknown> = { ...(value as Record<string, unknown>) };
  for (const name of names) {
    const text = read[name];
    if (typeof text === 'string' && INTEGER.test(text)) read[name] = Number(text);
  }
  return read;
};

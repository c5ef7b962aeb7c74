interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
}

interface Operation {
  readonly summary?: string;
  readonly parameters?: readonly { readonly name: string; readonly required?: boolean; readonly schema: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
  >;
}

export interface OpenapiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** TypeScript of `Operations`: for each `METHOD /path` what goes in and what comes out. Text in, text out. */
export const clientTypes = (document: OpenapiDocument): string => {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) => {
      const name = method.toUpperCase();
      return name === 'GET' || name === 'POST' || name === 'DELETE'
        ? [operationType(`${name} ${path}`, operation)]
        : [];
    }),
  );
  return `// Written by packages/api/src/openapi/write-openapi.ts from openapi.json; change the routes, not this file.\n\nexport interface Operations {\n${operations.join('')}}\n`;
};

const operationType = (name: string, operation: Operation): string => {
  const values = (operation.parameters ?? []).map(
    ({ name: parameter, required, schema }) =>
      `readonly ${memberName(parameter)}${required === true ? '' : '?'}: ${typeOf(schema)}${required === true ? '' : ' | undefined'}`,
  );
  const body = operation.requestBody?.content['application/json']?.schema;
  const answer = Object.values(operation.responses['200']?.content ?? {})[0]?.schema;
  return (
    `  /** ${operation.summary ?? ''} */\n  '${name}': {\n` +
    `    values: { ${values.join('; ')} };\n` +
    `    body: ${body === undefined ? 'undefined' : typeOf(body)};\n` +
    `    answer: ${answer === undefined ? 'unknown' : typeOf(answer)};\n  };\n`
  );
};

const typeOf = (schema: Schema): string => {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((one) => JSON.stringify(one)).join(' | ');
  if (schema.anyOf !== undefined) return schema.anyOf.map(typeOf).join(' | ');
  switch (schema.type) {
    case 'string':
      return 'string';
    case 'integer':
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'null':
      return 'null';
    case 'array':
      return `readonly ${/[ |]/.test(typeOf(schema.items ?? {})) && !typeOf(schema.items ?? {}).startsWith('{') ? `(${typeOf(schema.items ?? {})})` : typeOf(schema.items ?? {})}[]`;
    case 'object':
      return objectType(schema);
    default:
      return 'unknown';
  }
};

const objectType = (schema: Schema): string => {
  const [pattern] = Object.values(schema.patternProperties ?? {});
  if (pattern !== undefined) return `{ readonly [name: string]: ${typeOf(pattern)} }`;
  const members = Object.entries(schema.properties ?? {}).map(
    ([name, member]) =>
      `readonly ${memberName(name)}${schema.required?.includes(name) === true ? '' : '?'}: ${typeOf(member)}`,
  );
  if (members.length === 0) return '{ readonly [name: string]: unknown }';
  return `{ ${members.join('; ')} }`;
};

const memberName = (name: string): string => (/^[A-Za-z_]\w*$/.test(name) ? name : `'${name}'`);

import { inflateSync } from 'node:zlib';

/** The text of a PDF as its own ToUnicode maps give it back: enough of a reader for what this package writes. */
export function readPdfText(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes).toString('latin1');
  const objects = new Map<string, string>();
  for (const [, id = '', body = ''] of raw.matchAll(/\n(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) objects.set(id, body);
  const fonts = new Map<string, Map<number, string>>();
  for (const [id, body] of objects) {
    const map = /\/ToUnicode (\d+) 0 R/.exec(body)?.[1];
    if (map !== undefined) fonts.set(id, unicodeOf(streamOf(objects.get(map) ?? '')));
  }
  let text = '';
  for (const body of objects.values()) {
    if (!body.includes('stream') || body.includes('/Length1') || body.includes('/Type')) continue;
    text += textOf(streamOf(body), fontsNamed(raw, fonts));
  }
  return text;
}

function fontsNamed(raw: string, fonts: ReadonlyMap<string, Map<number, string>>): Map<string, Map<number, string>> {
  const named = new Map<string, Map<number, string>>();
  for (const [, name = '', id = ''] of raw.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const map = fonts.get(id);
    if (map !== undefined) named.set(name, map);
  }
  return named;
}

function streamOf(body: string): string {
  const start = body.indexOf('stream\n') + 'stream\n'.length;
  const end = body.lastIndexOf('\nendstream');
  const bytes = Buffer.from(body.slice(start, end), 'latin1');
  return body.includes('/FlateDecode') ? inflateSync(bytes).toString('latin1') : bytes.toString('latin1');
}

function unicodeOf(map: string): Map<number, string> {
  const found = new Map<number, string>();
  let code = 0;
  for (const [, from = '', list = ''] of map.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)) {
    code = Number.parseInt(from, 16);
    for (const [, hex = ''] of list.matchAll(/<([0-9a-f ]+)>/g)) {
      const units = hex.replaceAll(' ', '').match(/.{4}/g) ?? [];
      found.set(code, String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16))));
      code += 1;
    }
  }
  return found;
}

function textOf(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let font: ReadonlyMap<number, string> | undefined;
  let text = '';
  for (const [whole, name, shown = ''] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (whole.endsWith('Tf')) font = fonts.get(name ?? '');
    else {
      for (const [, hex = ''] of shown.matchAll(/<([0-9a-f]*)>/g))
        text += (hex.match(/.{4}/g) ?? []).map((unit) => font?.get(Number.parseInt(unit, 16)) ?? '?').join('');
      text += '\n';
    }
  }
  return text;
}

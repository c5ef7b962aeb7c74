type Child = Node | string | undefined | false;

/** Builds one element. Text is always text: nothing from a file can become markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  for (const child of children) if (child !== undefined && child !== false) made.append(child);
  return made;
}

/** A list of label and value; rows without a value are left out. */
export function factList(rows: readonly (readonly [string, string | undefined])[]): HTMLElement {
  const shown = rows.filter((row): row is readonly [string, string] => row[1] !== undefined && row[1] !== '');
  const items = shown.map(([label, value]) => element('div', {}, element('dt', {}, label), element('dd', {}, value)));
  return element('dl', { class: 'facts' }, ...items);
}

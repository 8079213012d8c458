// A piece of a page that is written once and used twice: as the text of a
// snippet, and as elements of the preview.
export interface Tag {
  name: string;
  attributes: Record<string, string>;
  inside: (Tag | string)[];
}

export function tag(name: string, attributes: Record<string, string>, ...inside: (Tag | string)[]): Tag {
  return { name, attributes, inside };
}

/** Text that means itself in HTML, in and between tags. Square brackets too:
    in WordPress they begin a shortcode. */
const escaped = (text: string) =>
  text.replace(/[&<>"'[\]]/g, (it) => NAMES[it] ?? `&#${it.charCodeAt(0)};`);
const NAMES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** As HTML, with an indent. Whatever stands beside text stays on its line. */
export function written(it: Tag | string, indent = ''): string {
  if (typeof it === 'string') return escaped(it);
  const attributes = Object.entries(it.attributes).map(([name, value]) =>
    value === '' ? ` ${name}` : ` ${name}="${escaped(value)}"`,
  );
  const opening = `<${it.name}${attributes.join('')}>`;
  const lines = it.inside.length > 0 && it.inside.every((part) => typeof part !== 'string');
  const parts = it.inside.map((part) =>
    lines ? `\n${indent}  ${written(part, `${indent}  `)}` : written(part),
  );
  return `${opening}${parts.join('')}${lines ? `\n${indent}` : ''}</${it.name}>`;
}

/** As an element. */
export function made(it: Tag): HTMLElement {
  const element = document.createElement(it.name);
  for (const [name, value] of Object.entries(it.attributes)) element.setAttribute(name, value);
  element.append(...it.inside.map((part) => (typeof part === 'string' ? part : made(part))));
  return element;
}

// What an element shows before the program is there: the styles, and the first screen as
// the program will draw it. Loaded beside the program, and there long before.
import screen from 'screen';
import { keep, type First } from './kept';
import { settle } from './region';

export { default as styles } from 'styles';
export { takeOver } from './takeover';

/** A text, or an element: its tag, its attributes, and what is in it. */
export type Drawn = string | [tag: string, attributes: Record<string, string>, ...inside: Drawn[]];

/** The first screen; what is done on it is kept. */
export function draw(theme: string | null, region: string | null): First {
  const first: First = document.createElement('div');
  first.id = 'first';
  first.className = 'embedded';
  const check = node(screen) as HTMLElement;
  if (theme === 'light' || theme === 'dark') check.dataset.theme = theme;
  first.append(check);
  settle(first, region);
  first.kept = keep(first);
  return first;
}

function node(it: Drawn): Node {
  if (typeof it === 'string') return new Text(it);
  const [tag, attributes, ...inside] = it;
  const space = /^(svg|path)$/.test(tag) ? '2000/svg' : '1999/xhtml';
  const element = document.createElementNS(`http://www.w3.org/${space}`, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...inside.map(node));
  return element;
}

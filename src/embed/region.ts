// The first screen in the region that a page has set: with its number to call, before the program
// is there, and also where it cannot come.
import { regions, said } from 'regions';

/** Shows what the program will show there. A region that nobody knows is none. */
export function settle(first: Element, region: string | null): void {
  const code = region?.trim().toLowerCase();
  const rows = regions.split(' ').map((it) => it.split(','));
  const place = rows.findIndex(([it]) => it.toLowerCase() === code);
  if (place < 0) return;
  const [, number, ...texts] = rows[place];
  const [call, other, note] = texts.map((it) => said[+it]);
  const find = (it: string) => first.querySelector<HTMLElement>(it)!;
  const way = document.createElement(number ? 'a' : 'strong');
  if (number) Object.assign(way, { className: 'button button--call', href: `tel:${number}` });
  way.textContent = call;
  find('.call strong').replaceWith(way);
  find('.call span').textContent = other;
  find('.region__note').textContent = note;
  const list = find('#region') as HTMLSelectElement;
  list.options[0].remove();
  list.options[place].defaultSelected = true;
}

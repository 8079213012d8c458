// The first screen in a region: with its number to call, before the program is there, and also
// where it cannot come.
import { regions, said } from 'regions';

const rows = regions.split(' ').map((it) => it.split(','));

/** Shows the region that the page has set, and then whichever somebody chooses. A region that
 * nobody knows is none. */
export function settle(first: Element, region: string | null): void {
  const code = region?.trim().toLowerCase();
  const list = first.querySelector<HTMLSelectElement>('#region')!;
  const place = rows.findIndex(([it]) => it.toLowerCase() === code);
  if (place >= 0) {
    show(first, place);
    list.options[0].remove();
    list.options[place].defaultSelected = true;
  }
  list.addEventListener('change', () => list.value && show(first, +list.value));
}

/** What the program will show there. */
function show(first: Element, place: number): void {
  const [, number, ...texts] = rows[place];
  const [call, other, note] = texts.map((it) => said[+it]);
  const find = (it: string) => first.querySelector<HTMLElement>(it)!;
  const way = document.createElement(number ? 'a' : 'strong');
  if (number) Object.assign(way, { className: 'button button--call', href: `tel:${number}` });
  say(way, call);
  find('.call > :first-child').replaceWith(way);
  find('.call > span').replaceWith(say(document.createElement('span'), other));
  const notes = find('.region__note');
  notes.replaceChildren();
  if (note) notes.append(say(document.createElement('span'), note));
}

/** With a text in it, whose numbers nobody translates (src/view/text_nodes.rs). */
function say(it: HTMLElement, text: string): HTMLElement {
  text.split(/(\d{3,})/).forEach((part, place) => {
    const number = place % 2 && document.createElement('span');
    if (number) Object.assign(number, { translate: false, textContent: part });
    it.append(number || part);
  });
  return it;
}

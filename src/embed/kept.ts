// What is done on the first screen before the program is there: kept, and done again
// on the live one (takeover.ts). It stays in the page, and goes with it.
import { wait } from './words.en.json';

/** An element by what nobody changes who translates the page: more may be around it on the live
 * screen. */
type Name = [tag: string, id: string, kind: string, place: number];

interface Act {
  on: Name;
  /** Does it again, on the live element. */
  again(live: HTMLElement): void;
}

export interface Kept {
  acts: Act[];
  /** A finger or a key is down, or a list is open: what comes of it is still to come. */
  isHeld(): boolean;
}

/** The first screen, and what has been done on it; in the page, the program on its way. */
export type First = HTMLElement & { kept?: Kept; program?: Promise<Response> };

const called = (screen: Element, [tag, id, kind]: Name) =>
  [...screen.querySelectorAll<HTMLElement>(tag)].filter((it) => it.id === id && it.className === kind);

export function name(screen: Element, it: Element): Name {
  const name: Name = [it.localName, it.id, it.className, 0];
  name[3] = called(screen, name).indexOf(it as HTMLElement);
  return name;
}

export const find = (screen: Element, name: Name): HTMLElement | undefined => called(screen, name)[name[3]];

/** Keeps what is done on a screen from now on. */
export function keep(screen: HTMLElement): Kept {
  const acts: Act[] = [];
  const keep = (it: Element, again: (live: any) => void) => acts.push({ on: name(screen, it), again });
  let heldUntil = 0;
  const hold = (time: number) => (heldUntil = performance.now() + time);
  const on = (events: string, act: (event: any, isList: boolean) => void) =>
    events.split(' ').forEach((it) => screen.addEventListener(it, (event: any) => act(event, event.target.localName === 'select')));

  // A browser may fill in what stood here before the page was loaded again.
  screen.querySelectorAll<HTMLInputElement>('input').forEach((it) => (it.checked = it.defaultChecked));
  screen.querySelectorAll('option').forEach((it) => (it.selected = it.defaultSelected));

  on('click', (event) => {
    const button = event.target.closest('button');
    if (!button) return;
    event.preventDefault();
    keep(button, (live) => live.click());
    button.ariaLive = 'polite';
    button.textContent = wait;
  });
  on('change', ({ target: it }) => {
    const { type, checked, value, files } = it;
    keep(it, (live) => {
      if (/radio|checkbox/.test(type)) return live.checked === checked || live.click();
      if (files) live.files = files;
      else live.value = value;
      live.dispatchEvent(new Event('change', { bubbles: true }));
    });
  });
  // The keys that the check itself knows (src/view/keys.rs).
  on('keydown', ({ target, key, ctrlKey, altKey, metaKey }) => {
    if (!/^(\d|Enter)$/.test(key) || ctrlKey || altKey || metaKey) return;
    keep(target, (live) => live.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })));
  });
  on('pointerdown keydown', (_, isList) => hold(isList ? 30_000 : 1_000));
  on('pointerup pointercancel keyup', (_, isList) => isList || hold(100));
  on('change focusout', (_, isList) => isList && hold(0));
  return { acts, isHeld: () => performance.now() < heldUntil };
}

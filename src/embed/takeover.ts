// The program takes over from the first screen, or cannot.
import { find, name, type First } from './kept';

const pause = (time = 0) => new Promise((done) => setTimeout(done, time));

/** Puts the live screen in the place of the first one, between two frames: with the focus,
 * what was unfolded, and what was done so far. `isWanted`: nothing has failed meanwhile. */
export async function takeOver(first: First, live: HTMLElement, isWanted: () => boolean): Promise<void> {
  while (first.kept?.isHeld()) await pause(20);
  if (!isWanted()) return;
  const twin = (it: Element | null) => (first.contains(it) ? find(live, name(first, it!)) : undefined);
  const focused = twin((first.getRootNode() as Document | ShadowRoot).activeElement);
  const acts = (first.kept?.acts ?? []).map(({ on, again }) => ({ it: find(live, on), again }));
  first.querySelectorAll('details[open] > summary').forEach((it) => twin(it)?.parentElement?.setAttribute('open', ''));
  const { scrollX: left, scrollY: top } = window;
  live.hidden = false;
  first.remove();
  focused?.focus({ preventScroll: true });
  scrollTo({ left, top, behavior: 'instant' });
  for (const { it, again } of acts) {
    // What has left the screen with an act before it cannot be meant any more.
    if (!it?.isConnected) continue;
    again(it);
    // The program draws what came of it.
    await pause();
  }
}

/** What needs the program goes, and the words stand where the first button was. */
export function cannotRun(first: HTMLElement, words: string): void {
  const told = document.createElement('p');
  told.className = 'failed';
  told.setAttribute('role', 'alert');
  told.textContent = words;
  first.querySelector('.button--primary')?.before(told);
  first.querySelectorAll<HTMLElement>('button, input, .region > :not(p), .waiting').forEach((it) => {
    (it.closest<HTMLElement>('details, fieldset') ?? it).hidden = true;
  });
}

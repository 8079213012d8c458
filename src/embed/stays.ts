// Whoever looks at the start and leaves pays for nothing that comes later: neither the second
// file of the program nor what keeps the page is fetched for them.

/** Where the program keeps what somebody has told (src/record/shelf.rs); "check again" is drawn
 * by the second file. */
const KEPT = 'sciatica-check.record';
/** Who is there for so long stays, in milliseconds. */
const WHILE = 5000;
let staying: Promise<unknown> | undefined;

/** When somebody stays: they have been here before, do something, or are still there. */
export const stays = (): Promise<unknown> =>
  (staying ??= new Promise<unknown>((then) => {
    setTimeout(then, WHILE);
    // Once the screen shows what came of it: asking for files takes time, and somebody waits.
    const shown = () => requestAnimationFrame(() => setTimeout(then));
    addEventListener('click', shown, { capture: true, once: true });
    if (hasBeenHere()) then(0);
  }));

function hasBeenHere(): boolean {
  try {
    return Object.keys(localStorage).some((name) => name.startsWith(KEPT));
  } catch {
    return false;
  }
}

// Starts the check on its own page. Until it runs, and again if it stops, the first
// screen stands there as index.html has it.
import { failure, NotLoaded } from './failure';
import { isFramed, tellHeight } from './framed';
import type { First } from './kept';
import { base, load, trusted } from './load';
import { announce, Place, type Owner } from './program';
import { stays } from './stays';
import { cannotRun, takeOver } from './takeover';

// Set by scripts/pack.mjs.
declare const EARLY: string, FIRST_STYLE: string, REST_STYLE: string;

const settings = new URLSearchParams(location.search);
const first = document.getElementById('first') as First;
const check = document.getElementById('check')!;
const framed = isFramed(settings);
let failed = false;
// What stands inside the page, where the policy of a server did not know it.
const early: Promise<unknown> = Promise.resolve(first.kept ?? import(EARLY).catch(console.error));

const owner: Owner = {
  target: check,
  setting: (name) => settings.get(name),
  ready: () => void early.then(() => takeOver(first, check, () => !failed)),
};

async function fail(error: unknown): Promise<void> {
  failed = true;
  const { cause, visitor, owner } = await failure(error, base());
  check.hidden = true;
  check.before(first);
  cannotRun(first, visitor);
  console.error(owner, error);
  announce(check, 'failed', { cause });
}

/** Keeps the page for a time without a network, see offline/worker.ts. Never in a frame, and only
 * where the page has a manifest. */
async function keep(): Promise<void> {
  await stays();
  const worker = document.querySelector('[rel=manifest]') && trusted('sciatica-check-offline.js');
  if (worker && parent === window) await navigator.serviceWorker?.register(worker);
}

/** One more style sheet. */
function sheet(path: string, behind: HTMLElement): Promise<unknown> {
  const href = new URL(path, import.meta.url).href;
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
  return new Promise((done, failed) => {
    link.onload = done;
    link.onerror = (event) => {
      link.remove();
      failed(new NotLoaded(href, event));
    };
    behind.append(link);
  });
}

if (!document.querySelector('style')?.sheet) sheet(FIRST_STYLE, document.head).catch(console.error);
if (framed) tellHeight();
try {
  const program = await load(first.program, () => sheet(REST_STYLE, document.body));
  program.onStop(fail);
  const place = new Place(program, !framed);
  check.append(place.root);
  place.show(owner);
  // Where a browser does not, all else is as it was.
  keep().catch(() => {});
} catch (error) {
  await fail(error);
}

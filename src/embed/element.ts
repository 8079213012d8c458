// <sciatica-check>: the check in any page, isolated by a shadow root. What is
// written between its tags shows until the check is ready, and if it fails.
import { failure, type Failure } from './failure';
import type { First } from './kept';
import { announce, Place, type Look, type Owner, type Program } from './program';
import words from './words.en.json';

declare const VERSION: string, SETTINGS: string[];

const NAME = 'sciatica-check';
/** How far from the screen a check begins to load. */
const NEAR = '600px';

/** Places that are free again. */
const free: Place[] = [];
/** Elements that show a check. */
const live = new Set<Check>();

/** Where the second stage comes from. */
export interface Source {
  base: () => string;
  look: () => Promise<Look>;
  load: () => Promise<Program>;
}
let source: Source;
let look: Look;
let sheet: CSSStyleSheet | undefined;
let watched = false;
let stopped: Failure | undefined;

type State = 'idle' | 'waiting' | 'loading' | 'live' | 'failed';

class Check extends HTMLElement implements Owner {
  static readonly version = VERSION;
  static observedAttributes = SETTINGS;

  #state: State = 'idle';
  #root?: ShadowRoot;
  /** What shows while the check does not. */
  #words: HTMLElement[] = [];
  /** The first screen, before the program. */
  #first?: First;
  #place?: Place;
  #watch?: IntersectionObserver;
  readonly target = this;

  connectedCallback(): void {
    if (this.#state !== 'idle' && this.#state !== 'failed') return; // It was moved.
    this.#root ??= this.#open();
    this.#state = 'waiting';
    if (this.#isEager() || !globalThis.IntersectionObserver) return void this.#start();
    this.addEventListener('focusin', this.#start);
    this.#watch = new IntersectionObserver(
      (seen) => seen.some((it) => it.isIntersecting) && this.#start(),
      { rootMargin: NEAR },
    );
    this.#watch.observe(this);
  }

  // Moving an element takes it out and puts it in again: only who stays out leaves.
  disconnectedCallback(): void {
    // Who is loading will see by itself.
    setTimeout(() => this.isConnected || this.#state === 'loading' || this.#leave());
  }

  // A move that the browser calls one.
  connectedMoveCallback(): void {}

  attributeChangedCallback(): void {
    if (this.#state === 'live') this.#place?.show(this);
    else if (this.#state === 'waiting' && this.#isEager()) this.#start();
  }

  setting(name: string): string | null {
    return this.getAttribute(name);
  }

  ready(): void {
    const place = this.#place!;
    if (this.#first) look.takeOver!(this.#first, place.root, () => this.#place === place);
    this.#hideWords();
  }

  #hideWords(): void {
    const hide = () => this.#words.forEach((it) => (it.hidden = !!(this.#first ?? this.#place)));
    // Whoever reads there with the keyboard stays there until they go on.
    if (this.contains(document.activeElement)) {
      this.addEventListener('focusout', hide, { once: true });
    } else hide();
  }

  fail(failure: Failure, error: unknown): void {
    this.#leave('failed');
    const told = document.createElement('p');
    told.setAttribute('role', 'status');
    told.textContent = failure.visitor;
    this.#words[2]?.remove();
    this.#root?.append((this.#words[2] = told));
    console.error(failure.owner, error);
    announce(this, 'failed', { cause: failure.cause });
  }

  #isEager(): boolean {
    return this.getAttribute('loading')?.trim() === 'eager';
  }

  #open(): ShadowRoot {
    const root = this.attachShadow({ mode: 'open' });
    this.#words = [document.createElement('slot')];
    // A check without words of its own is never a blank box.
    if (!this.textContent?.trim()) this.#words.push(signs());
    root.append(...this.#words);
    return root;
  }

  #start = async (): Promise<void> => {
    if (this.#state !== 'waiting') return;
    this.#state = 'loading';
    this.#unwatch();
    try {
      if (stopped) return this.fail(stopped, 'it stopped before');
      const loads = source.load();
      loads.catch(() => {}); // It is waited for below.
      look = await source.look();
      if (!this.isConnected) return this.#leave();
      this.#root!.adoptedStyleSheets = [(sheet ??= styles())];
      if ((this.#first = look.draw?.(this.getAttribute('theme'), this.getAttribute('region')))) {
        this.#root!.append(this.#first);
        this.#hideWords();
      }
      const program = await loads;
      if (!this.isConnected) return this.#leave();
      if (!watched) program.onStop(stop);
      watched = true;
      this.#place = free.pop() ?? new Place(program, false);
      this.#place.root.hidden = !!this.#first;
      this.#root!.append(this.#place.root);
      this.#state = 'live';
      live.add(this);
      this.#place.show(this);
    } catch (error) {
      this.fail(await failure(error, source.base()), error);
    }
  };

  #unwatch(): void {
    this.removeEventListener('focusin', this.#start);
    this.#watch?.disconnect();
  }

  #leave(next: State = 'idle'): void {
    this.#unwatch();
    live.delete(this);
    this.#state = next;
    this.#words.forEach((it) => (it.hidden = false));
    this.#first?.remove();
    this.#first = undefined;
    if (this.#place && !stopped) {
      this.#place.clear();
      free.push(this.#place);
    }
    this.#place?.root.remove();
    this.#place = undefined;
  }
}

/** The emergency signs, for a page that has none. */
function signs(): HTMLElement {
  const make = (tag: string, ...inside: (string | Node)[]) => {
    const element = document.createElement(tag);
    element.append(...inside);
    return element;
  };
  const { title, list, call, today } = words.signs;
  const items = list.map((it) => make('li', it));
  return make('section', make('strong', title), make('ul', ...items), make('p', call), make('p', today));
}

function styles(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(look.styles);
  return sheet;
}

async function stop(error: unknown): Promise<void> {
  stopped = await failure(error, source.base());
  live.forEach((it) => it.fail(stopped!, error));
}

/** Defines the element. The first copy on a page stays. */
export function define(from: Source): void {
  const known = customElements.get(NAME) as typeof Check | undefined;
  if (!known) {
    source = from;
    customElements.define(NAME, Check);
  } else if (known.version !== VERSION) {
    console.warn(`${NAME}: version ${known.version} is on this page already; ${VERSION} is not used.`);
  }
}

// The check's own page in a frame of another page: tells that page how high it
// is. Only to the page that holds the frame, and only once that page has asked.
export interface Message {
  type: 'sciatica-check:size' | 'sciatica-check:hello';
  v: 1;
}

/** What the framed page answers. */
export interface Size extends Message {
  /** The height of the check, in whole CSS pixels, rounded up. */
  height: number;
  /** How far down the heading of a new screen begins; only after a step. */
  heading?: number;
}

/** Whether the page is to behave as a part of another one. */
export function isFramed(settings: URLSearchParams): boolean {
  return settings.get('embed') === '1';
}

/** How often the height may change with nothing done by anybody: a window pulled narrow does so. */
const TURNS = 100;

export function tellHeight(): void {
  const page = document.documentElement;
  page.dataset.embed = '';
  let host: string | undefined;
  let told = 0;
  // Where a scrollbar, or a style around the frame, comes and goes with its height, two heights
  // could take turns for ever. So each thing that somebody does allows a number of them; the last is
  // the highest, in which there is room for all, and then the frame is silent.
  let left = 0;
  let highest = 0;
  const allow = () => {
    const silent = left === 0;
    left = TURNS;
    highest = 0;
    if (silent) tell();
  };
  const tell = (heading?: number) => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (!host || left === 0 || (height === told && heading === undefined)) return;
    highest = Math.max(highest, height);
    told = --left ? height : highest;
    const size: Size = { type: 'sciatica-check:size', v: 1, height: told, heading };
    parent.postMessage(size, host);
  };
  for (const done of ['pointerdown', 'keydown', 'focusin']) addEventListener(done, allow, true);
  addEventListener('message', (event: MessageEvent<Partial<Message> | null>) => {
    if (event.source !== parent || event.data?.type !== 'sciatica-check:hello') return;
    host = event.origin;
    told = left = 0;
    allow();
  });
  new ResizeObserver(() => tell()).observe(document.body);
  // A new screen begins where the focus goes: the page around may have to move.
  addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement && target.matches('.heading')) {
      requestAnimationFrame(() => tell(Math.floor(target.getBoundingClientRect().top)));
    }
  });
}

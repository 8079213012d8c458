// The program, once it is loaded, and the places in a page where it shows.
import type { Adviser, Seat } from './app';
import type { First } from './kept';
import type { takeOver } from './takeover';
import type { tellTranslated } from './translated';

export interface Program {
  Seat: typeof Seat;
  /** For the page where a snippet is put together. */
  Adviser: typeof Adviser;
  /** Called once, if the program stops for good. */
  onStop(then: (error: unknown) => void): void;
  tellTranslated: typeof tellTranslated;
}

/** What shows before it, see first.ts; nothing does where the program is at hand. */
export interface Look {
  styles: string;
  draw?(theme: string | null, region: string | null): First;
  takeOver?: typeof takeOver;
}

/** Whoever has a place on the page: the element, or the check's own page. */
export interface Owner {
  /** The value of a setting. */
  setting(name: string): string | null;
  /** Where events are dispatched. */
  target: EventTarget;
  /** The check can be used. */
  ready(): void;
}

/** What an event carries, see sciatica-check.d.ts. */
export function announce(target: EventTarget, what: string, detail: object): void {
  target.dispatchEvent(
    new CustomEvent(`sciatica-check:${what}`, {
      bubbles: true,
      composed: true,
      detail: { v: 1, ...detail },
    }),
  );
}

/** An element with the check in it. */
export class Place {
  readonly root = document.createElement('div');
  private owner!: Owner;
  private remarks = new Set<string>();
  private seat: Seat;

  constructor(program: Program, ownPage: boolean) {
    this.root.className = 'embedded';
    program.tellTranslated(this.root);
    this.seat = new program.Seat(this.root, this, ownPage);
  }

  /** Shows the check for an owner; again, after a setting has changed. */
  show(owner: Owner): void {
    this.owner = owner;
    this.seat.show();
  }

  /** Takes the check away, and every answer with it. */
  clear(): void {
    this.root.remove();
    this.remarks.clear();
    this.seat.clear();
  }

  // --- What the program calls ---

  get(name: string): string | undefined {
    return this.owner.setting(name) ?? undefined;
  }

  remark(text: string): void {
    if (!this.remarks.has(text)) console.warn(`sciatica-check: ${text}`);
    this.remarks.add(text);
  }

  tell(what: string, step: string, content: string, urgency: string, massage: string): void {
    if (what === 'ready') this.owner.ready();
    announce(this.owner.target, what, {
      content,
      ...(step && { step }),
      ...(urgency && { urgency, massage }),
    });
  }
}

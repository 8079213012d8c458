// What a page may rely on: the element, its attributes and its events.
// A change that breaks a page raises `v` in the events and the major version.

/** The attributes of `<sciatica-check>`; each is a text, trimmed and checked. */
export interface SciaticaCheckAttributes {
  /** The language. So far only English, `en`. */
  lang?: string;
  /** Where the visitors are: a code such as `GB-ENG`. Decides numbers to call. */
  region?: string;
  /** The clinic's name, one line of at most 80 letters. */
  'clinic-name'?: string;
  /** The clinic's telephone number. */
  phone?: string;
  /** Where to ask for an appointment: an `https:`, `tel:` or `mailto:` address. */
  'booking-url'?: string;
  /** The clinic's colour, `#rgb` or `#rrggbb`. Made readable where it is not. */
  accent?: string;
  /** Light or dark; `auto`, unless told otherwise: as the visitor's device is set. */
  theme?: 'auto' | 'light' | 'dark';
  /** Who has looked at the check for the clinic. */
  'reviewed-by'?: string;
  /** `lazy`, unless told otherwise: loads when near the screen, or focused. */
  loading?: 'lazy' | 'eager';
  /** The event of the result carries its levels. */
  'share-levels'?: '' | boolean;
}

/** `<sciatica-check>` in a page. */
export interface SciaticaCheckElement extends HTMLElement {
  addEventListener<Name extends keyof SciaticaCheckEvents>(
    type: Name,
    listener: (this: SciaticaCheckElement, event: SciaticaCheckEvents[Name]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

/** What every event carries, and never an answer. */
export interface SciaticaCheckDetail {
  /** The version of this payload. */
  v: 1;
  /** The version of the questions, rules and words. */
  content: string;
}

/** A part of the check, in the order of the way. */
export type SciaticaCheckStep =
  | 'warning-signs'
  | 'about-you'
  | 'where-and-what'
  | 'how-easily'
  | 'course'
  | 'massage-and-care'
  | 'review'
  | 'result';

/** Only with `share-levels`: steps that would tell something about the visitor. */
export type SciaticaCheckSharedStep = SciaticaCheckStep | 'interruption' | 'notice';

export interface SciaticaCheckStepDetail extends SciaticaCheckDetail {
  step: SciaticaCheckSharedStep;
}

export interface SciaticaCheckResultDetail extends SciaticaCheckStepDetail {
  step: 'result';
  /** How soon to get help; only with `share-levels`. */
  urgency?: 'self-care' | 'soon' | 'same-day' | 'emergency';
  /** What massage is offered; only with `share-levels`. */
  massage?: 'not-now' | 'after-assessment' | 'gentle-with-plan' | 'may-help-with-plan';
}

/** Why the check cannot run. */
export type SciaticaCheckCause =
  | 'policy'
  | 'missing'
  | 'type'
  | 'changed'
  | 'cross-origin'
  | 'network'
  | 'old-browser'
  | 'memory'
  | 'stopped'
  | 'unknown';

export interface SciaticaCheckFailedDetail {
  v: 1;
  cause: SciaticaCheckCause;
}

/** The events; all of them bubble, and leave the shadow root. */
export interface SciaticaCheckEvents {
  'sciatica-check:ready': CustomEvent<SciaticaCheckDetail>;
  'sciatica-check:started': CustomEvent<SciaticaCheckStepDetail>;
  'sciatica-check:step': CustomEvent<SciaticaCheckStepDetail>;
  'sciatica-check:result': CustomEvent<SciaticaCheckResultDetail>;
  'sciatica-check:failed': CustomEvent<SciaticaCheckFailedDetail>;
}

declare global {
  interface HTMLElementTagNameMap {
    'sciatica-check': SciaticaCheckElement;
  }
  interface GlobalEventHandlersEventMap extends SciaticaCheckEvents {}
}

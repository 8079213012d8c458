// What the check itself makes of the settings: src/embed/adviser.rs tells it.
import type { Adviser } from '../app';
import type { Settings } from './snippets';

export interface Region {
  code: string;
  name: string;
  /** To dial in an emergency, or empty. */
  number: string;
  /** Words for that number, and for where to go. */
  called: string;
  hospital: string;
}

/** How a colour can be read on a paper; contrasts as WCAG counts them. */
export interface Reading {
  theme: 'light' | 'dark';
  asked: number;
  shown: string;
  contrast: number;
  /** What is shown is what was asked for. */
  kept: boolean;
}

/** What the program asks, and what it tells. */
export class Advice {
  /** What is expected, by the names of settings that are wrong. */
  wrong = new Map<string, string>();
  readings: Reading[] = [];
  regions: Region[] = [];

  constructor(private settings: Settings = {}) {}

  /** For a form as it is now. */
  static on(settings: Settings, adviser: Adviser): Advice {
    const advice = new Advice(settings);
    adviser.advise(advice);
    return advice;
  }

  /** The regions that there are. */
  static onRegions(adviser: Adviser): Region[] {
    const advice = new Advice();
    adviser.regions(advice);
    return advice.regions;
  }

  get(name: string): string | undefined {
    return this.settings[name];
  }

  // --- What the program calls ---

  tell(name: string, expected: string): void {
    this.wrong.set(name, expected);
  }

  contrast(theme: Reading['theme'], asked: number, shown: string, contrast: number, kept: boolean): void {
    this.readings.push({ theme, asked, shown, contrast, kept });
  }

  region(code: string, name: string, number: string, called: string, hospital: string): void {
    this.regions.push({ code, name, number, called, hospital });
  }
}

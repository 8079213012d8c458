// How the clinic's colour can be read, by day and by night.
import type { Reading } from './advice';
import words from './words.en.json';

/** Never more than there is: a contrast is rounded down. */
const told = (contrast: number) => `${Math.floor(contrast * 10) / 10}`;

function line({ theme, asked, shown, contrast, kept }: Reading): HTMLElement {
  const sample = document.createElement('span');
  sample.className = 'builder__sample';
  sample.style.setProperty('--sample', shown);
  const values: Record<string, string> = {
    theme: words[theme],
    asked: told(asked),
    shown,
    contrast: told(contrast),
  };
  const text = kept ? words.kept : words.changed;
  const element = document.createElement('p');
  element.append(sample, text.replace(/\{(\w+)\}/g, (_, name) => values[name]));
  return element;
}

export function tellContrast(place: HTMLElement, readings: Reading[]): void {
  const lines = readings.map(line);
  const said = lines.map((it) => it.textContent).join('');
  // What stands there already is not read out again.
  if (place.textContent !== said) place.replaceChildren(...lines);
}

// The form: what is typed, and what is wrong told beside its field.
import type { Region } from './advice';
import type { Settings } from './snippets';
import words from './words.en.json';

declare const SETTINGS: string[];

type Field = HTMLInputElement | HTMLSelectElement;

export class Fields {
  #form = document.querySelector<HTMLFormElement>('#settings')!;
  /** Fields that somebody has left: only then is told what is wrong. */
  #left = new Set<string>();

  /** `then` is called whenever something has changed. */
  constructor(then: () => void) {
    const accent = this.field('accent')!;
    const pick = document.querySelector<HTMLInputElement>('#pick')!;
    pick.addEventListener('input', () => (accent.value = pick.value));
    // The two stand for the same; what is half typed is no colour to show.
    accent.addEventListener('input', () => {
      if (/^#[\da-f]{6}$/i.test(accent.value)) pick.value = accent.value;
    });
    this.#form.addEventListener('input', then);
    this.#form.addEventListener('change', ({ target }) => {
      this.#left.add((target as Field).name);
      then();
    });
    this.#form.addEventListener('submit', (event) => event.preventDefault());
  }

  field(name: string): Field | null {
    return this.#form.querySelector<Field>(`[name="${name}"]`);
  }

  /** What is typed, trimmed; what is empty is not set. */
  get settings(): Settings {
    const settings: Settings = {};
    for (const name of SETTINGS) {
      const field = this.field(name);
      if (field instanceof HTMLInputElement && field.type === 'checkbox') {
        if (field.checked) settings[name] = '';
      } else if (field?.value.trim()) settings[name] = field.value.trim();
    }
    return settings;
  }

  offer(regions: Region[]): void {
    this.field('region')!.append(...regions.map(({ code, name }) => new Option(name, code)));
  }

  /** Tells what is expected in the fields that are wrong. */
  tell(wrong: Map<string, string>): void {
    for (const name of [...SETTINGS, 'folder']) {
      const field = this.field(name);
      const expected = wrong.get(name);
      const told = document.getElementById(`${name}-wrong`);
      if (!field || (expected && !told && !this.#left.has(name))) continue;
      if (!expected) {
        if (told) mark(field, false);
        told?.remove();
      } else if (!told) {
        const line = document.createElement('p');
        line.className = 'builder__wrong';
        line.id = `${name}-wrong`;
        line.textContent = words.expected.replace('{expected}', expected);
        field.closest('.builder__field')!.append(line);
        mark(field, true);
      }
    }
  }
}

/** Tells a screen reader that a field is wrong, and where it is said why. */
function mark(field: Field, wrong: boolean): void {
  const line = `${field.name}-wrong`;
  const others = (field.getAttribute('aria-describedby') ?? '').split(' ').filter((it) => it && it !== line);
  const all = wrong ? [line, ...others] : others;
  if (all.length > 0) field.setAttribute('aria-describedby', all.join(' '));
  else field.removeAttribute('aria-describedby');
  if (wrong) field.setAttribute('aria-invalid', 'true');
  else field.removeAttribute('aria-invalid');
}

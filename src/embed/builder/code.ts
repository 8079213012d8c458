// A piece of code on the page, with a button that copies it.
import words from './words.en.json';

export class Code {
  #text = document.createElement('code');
  #said = document.createElement('span');

  /** In the place that embed.html keeps for it. */
  constructor(place: HTMLElement) {
    const box = document.createElement('pre');
    box.className = 'builder__code';
    box.append(this.#text);

    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button button--secondary';
    const what = document.createElement('span');
    what.className = 'only-read';
    what.textContent = ` ${place.dataset.name}`;
    button.append(words.copy, what);
    button.addEventListener('click', () => this.#copy());

    this.#said.className = 'builder__said';
    this.#said.setAttribute('role', 'status');
    const row = document.createElement('div');
    row.className = 'builder__copy';
    row.append(button, this.#said);
    place.append(box, row);
  }

  show(text: string): void {
    if (this.#text.textContent === text) return;
    this.#text.textContent = text;
    // What was copied is no longer what stands here.
    this.#said.textContent = '';
  }

  async #copy(): Promise<void> {
    this.#said.textContent = '';
    try {
      await navigator.clipboard.writeText(this.#text.textContent!);
      this.#said.textContent = words.copied;
    } catch {
      getSelection()?.selectAllChildren(this.#text);
      this.#said.textContent = words.selected;
    }
  }
}

// The preview: the very element that the snippet makes, words between its tags included.
import { made, type Tag } from './markup';

export class Preview {
  #element?: HTMLElement;

  constructor(private place: HTMLElement) {}

  show(check: Tag): void {
    const next = made(check);
    const element = this.#element;
    if (!element) {
      next.setAttribute('loading', 'eager');
      this.place.append((this.#element = next));
      return;
    }
    for (const name of element.getAttributeNames()) {
      if (name !== 'loading' && !next.hasAttribute(name)) element.removeAttribute(name);
    }
    for (const name of next.getAttributeNames()) {
      const value = next.getAttribute(name)!;
      if (element.getAttribute(name) !== value) element.setAttribute(name, value);
    }
    element.replaceChildren(...next.childNodes);
  }
}

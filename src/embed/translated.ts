// Notices that a page translator has put the check into another language, and says so. The
// program changes no text where it stands (src/view/text_nodes.rs), so whoever does is somebody
// else; and where the words that stood there cannot be read any more, a translator.
import { translated } from './words.en.json';

/** So many texts, before it is said: a dictionary or a spelling checker changes fewer. */
const SEVERAL = 3;

const words = (text: string | null) => text!.replace(/\s+/g, ' ').trim();

/** Watches a place in which the check shows. */
export function tellTranslated(root: HTMLElement): void {
  const told = document.createElement('p');
  told.className = 'translated';
  told.setAttribute('role', 'status');
  let changed = 0;
  new MutationObserver((records) => {
    if (told.isConnected) return;
    const texts = records.flatMap(({ oldValue, removedNodes }) =>
      oldValue ?? [...removedNodes].flatMap((it) => (it.nodeType === Node.TEXT_NODE ? it.nodeValue! : [])));
    if (!texts.length) return;
    const all = words(root.textContent);
    changed += texts.filter((it) => /\p{L}/u.test(it) && !all.includes(words(it))).length;
    if (changed < SEVERAL) return;
    told.textContent = translated;
    root.querySelector('.check')?.prepend(told);
  }).observe(root, { childList: true, subtree: true, characterData: true, characterDataOldValue: true });
}

// Notices that a page translator has put the check into another language, and says so. The
// program changes no text where it stands (src/view/text_nodes.rs), so whoever does is somebody
// else; and where other words come of it, a translator. What is only wrapped, split, joined or
// made a link of says what it said.
import { translated } from './words.en.json';

/** So many texts, before it is said: a dictionary or a spelling checker changes fewer. */
const SEVERAL = 3;

/** What texts say; an element that goes is the program's own doing. */
const text = (nodes: Iterable<Node>) => [...nodes].map((it) => it.textContent).join('').replace(/\s+/g, '');

/** Whether other words stand in the place of a text. */
function saysOther({ target, oldValue, removedNodes, addedNodes }: MutationRecord): boolean {
  if ([...removedNodes].some((it) => it.nodeType === Node.ELEMENT_NODE)) return false;
  const was = oldValue?.replace(/\s+/g, '') ?? text(removedNodes);
  const is = text(oldValue ? [target] : addedNodes);
  return !!was && !!is && !was.startsWith(is) && !is.startsWith(was);
}

/** Watches a place in which the check shows. */
export function tellTranslated(root: HTMLElement): void {
  const told = document.createElement('p');
  told.className = 'translated';
  told.setAttribute('role', 'status');
  let changed = 0;
  new MutationObserver((records) => {
    changed += records.filter(saysOther).length;
    if (changed < SEVERAL || told.isConnected) return;
    told.textContent = translated;
    root.querySelector('.check')?.prepend(told);
  }).observe(root, { childList: true, subtree: true, characterData: true, characterDataOldValue: true });
}

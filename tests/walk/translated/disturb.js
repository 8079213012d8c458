// What others do to the texts of a page. Each leaves the words as they are, but for blanks that
// do not break: so whatever is read afterwards must be what an untouched check says.
const hard = (text) => text.replaceAll(' ', '\u00a0');
const make = (tag, ...inside) => {
  const it = document.createElement(tag);
  it.append(...inside);
  return it;
};
const kept = (text) => text.parentElement.closest('[translate=no], option, svg');
const disturb = {
  untouched() {},
  // Chromium's translator: two elements in the place of a text node.
  wrapped: (text) => kept(text) || text.replaceWith(make('font', make('font', hard(text.data)))),
  // Firefox's: another text node.
  replaced: (text) => kept(text) || text.replaceWith(hard(text.data)),
  // Edge's and Safari's: the same node with another text.
  'changed in place': (text) => kept(text) || (text.data = hard(text.data)),
  // Older translators and extensions: the node itself in an element.
  'wrapped with its node': (text) => {
    text.before(make('font'));
    text.previousSibling.append(text);
    text.data = hard(text.data);
  },
  // A tool that reads aloud: an element for each word.
  split: (text) => text.replaceWith(...text.data.split(/(?<= )/).map((word) => make('span', word))),
  // An extension that shows both languages.
  'shown beside': (text) => {
    if (text.parentElement.closest('.beside') || text.nextSibling?.className === 'beside') return;
    text.after(Object.assign(make('font', hard(text.data)), { className: 'beside' }));
  },
  // A telephone, or an extension that dials.
  linked: (text) => {
    const found = /\d{3,}/.exec(text.data);
    if (found) text.splitText(found.index).splitText(found[0].length).previousSibling.replaceWith(make('a', found[0]));
  },
  // What tidies up: one node for what stands side by side, and none for a blank.
  merged: (text) => {
    text.parentNode?.normalize();
    if (!text.data.trim()) text.remove();
  },
};

/** All texts below an element, that have words or are blank. */
function texts(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  return found;
}

/** Does it to all of them. */
const touch = (root, how) => texts(root).forEach((text) => text.isConnected && disturb[how](text));

/** What can be read below an element: without blanks, and once where both languages are shown. */
const reads = (root) =>
  texts(root).filter((text) => !text.parentElement.closest('.beside')).map((text) => text.data).join('').replace(/\s+/g, '');

/** The links that dial another number than they say. */
const dialsAnother = (root) =>
  [...root.querySelectorAll('[href^="tel:"]')]
    .map((it) => [reads(it).replace(/\D/g, ''), it.getAttribute('href').replace(/\D/g, '')])
    .filter(([says, dials]) => !says.endsWith(dials))
    .map((it) => it.join(' but dials '));

/** Chooses a region by its name. */
function settle(root, name) {
  const list = root.querySelector('#region');
  list.value = [...list.options].find((it) => reads(it) === name.replace(/\s+/g, '')).value;
  list.dispatchEvent(new Event('change', { bubbles: true }));
}

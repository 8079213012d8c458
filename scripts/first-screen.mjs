// The first screen, as the program draws it: HTML for the page, a tree for the element, and what
// a region changes of it.
import { execFileSync } from 'node:child_process';

const fail = (what) => {
  throw new Error(`first screen: ${what}`);
};

const cargo = ['cargo', 'run', '--quiet', '--locked', '--bin', 'sciatica-check', '--', 'page'];
const [[, screen], ...settled] = JSON.parse(execFileSync('scripts/native', cargo, { encoding: 'utf8' }));
const named = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", '#x2F': '/' };
const plain = (text) => text.replace(/&(.*?);/g, (_, name) => named[name] ?? fail(`what is &${name};?`));

/** As HTML, where no region is set. */
export { screen };

/** As a tree, since a strict policy lets no script make elements from a text. */
export const tree = toTree(screen);

/** What differs in a region: the call with its number, where else to go, and a note. */
const CALL = /<p class="call"><(strong|a class="button button--call" href="tel:(\w+)")>(.*?)<\/(?:strong|a)> <span>(.*?)<\/span>/;
const NOTE = /<p class="region__note" role="status">(.*?)<\/p>/;
/** The words of a piece of HTML. */
const words = (html) => plain(html.replace(/<.*?>/g, ''));
/** And which place is chosen in the list. All else must be the same. */
const DIFFERENT = [CALL, NOTE, /<option value="" selected="selected">.*?<\/option>/, / selected="selected"/];
const alike = (html) => DIFFERENT.reduce((rest, it) => rest.replace(it, ''), html);
const found = (html, what) => html.match(what) ?? fail(`no ${what}`);
const differs = settled.map(([code, html]) => {
  if (alike(html) !== alike(screen)) fail(`more differs in ${code}`);
  const [, , number = '', call, other] = found(html, CALL);
  return [code, number, ...[call, other, found(html, NOTE)[1]].map(words)];
});
// As short as it can be read: it stands in the page, which waits for it. Many say the same.
const said = [...new Set(differs.flatMap(([, , ...texts]) => texts))];
const rows = differs.map(([code, number, ...texts]) => [code, number, ...texts.map((it) => said.indexOf(it))]);

/** See src/embed/given.d.ts. */
export const regions = { said, regions: rows.join(' ') };

function toTree(html) {
  const open = [[]];
  for (const [, end, tag, attributes, text] of html.matchAll(/<(\/?)(\w+)([^>]*)>|([^<]+)/g)) {
    if (text) open.at(-1).push(plain(text));
    else if (end) open.pop();
    else {
      const pairs = [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, plain(value)]);
      const element = [tag, Object.fromEntries(pairs)];
      open.at(-1).push(element);
      if (!/^(br|hr|input)$/.test(tag)) open.push(element);
    }
  }
  return open.length === 1 && open[0].length === 1 ? open[0][0] : fail('it is not one element');
}

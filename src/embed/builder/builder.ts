// The page of a clinic's owner, embed.html: a form, the check as it will look,
// and the code to copy.
import { define } from '../element';
import { failure } from '../failure';
import { base, load, look } from '../load';
import { Advice } from './advice';
import { Code } from './code';
import { tellContrast } from './contrast';
import { Fields } from './fields';
import { Preview } from './preview';
import { asFolder, check, snippets } from './snippets';
import words from './words.en.json';

define({ base, look, load });

const at = (id: string) => document.getElementById(id)!;
const here = new URL('..', base());
const version = base().slice(here.href.length).split('/')[0];
const places = document.querySelectorAll<HTMLElement>('[data-code]');

async function begin(): Promise<void> {
  const program = await load();
  program.onStop(fail);
  const adviser = new program.Adviser();
  const regions = Advice.onRegions(adviser);
  const codes = [...places].map((it) => ({ name: it.dataset.code!, code: new Code(it) }));
  const preview = new Preview(at('preview'));

  const update = () => {
    const settings = fields.settings;
    const { wrong, readings } = Advice.on(settings, adviser);
    const folder = asFolder(fields.field('folder')!.value);
    if (!folder) wrong.set('folder', words.folder);
    fields.tell(wrong);
    tellContrast(at('contrast'), readings);

    for (const name of wrong.keys()) delete settings[name];
    const region = regions.find((it) => it.code === settings.region);
    preview.show(check(settings, region));
    const made = snippets(settings, { folder: folder ?? here.href, version }, region);
    for (const { name, code } of codes) code.show(made[name]);
  };
  const fields = new Fields(update);
  fields.offer(regions);
  fields.field('folder')!.value ||= here.href;
  update();
  at('state').textContent = '';
  at('codes').hidden = false;
}

async function fail(error: unknown): Promise<void> {
  const { owner } = await failure(error, base());
  at('state').textContent = `${words.stopped} ${owner}`;
  at('codes').hidden = true;
}

begin().catch(fail);

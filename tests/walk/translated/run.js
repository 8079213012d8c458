// A whole run, by somebody whose page is touched by something else after each step: all
// regions, an emergency and back, what was passed over, help today, the result, a changed answer, what is taken
// along, and the re-check. Tells what could be read at each step.
const [how, answers, edited, places, done] = arguments;
const seen = [];
const check = () => document.querySelector('#check .check');
const one = (selector) => check().querySelector(selector);
const pause = (time) => new Promise((then) => setTimeout(then, time));
const until = async (what, is) => {
  for (let tries = 0; !is(); tries++) {
    if (tries > 1000) throw new Error(`waited in vain for ${what}, after ${seen.at(-1)?.step}`);
    await pause(10);
  }
};

/** Reads the screen once it is drawn; then it is touched. */
async function looks(step) {
  // A long screen is drawn in two frames.
  await until('all of the screen', () => !one('.review, .result') || one('.clear'));
  await pause(20);
  seen.push({ step, reads: reads(check()), dials: dialsAnother(check()) });
  touch(check(), how);
}

async function presses(step, selector) {
  const heading = one('h1');
  await until(selector, () => one(selector));
  one(selector).click();
  await until(`a screen behind ${selector}`, () => one('h1') && one('h1') !== heading);
  await looks(step);
}

async function does(step, selector) {
  await until(selector, () => one(selector));
  one(selector).click();
  await looks(step);
}

/** Says where they are: with a number and without, and with one that nobody has confirmed. */
async function settles(step) {
  for (const place of places) {
    settle(check(), place);
    await looks(`${step}, ${place}`);
  }
}

/** Answers page after page, up to a screen that is none. */
async function answersAll(name) {
  for (let page = 1; one('.page'); page++) {
    const open = () => [...check().querySelectorAll('fieldset.question')].filter((it) => !it.querySelector(':checked'));
    for (let asked = open(); asked.length; asked = open()) {
      for (const question of asked) {
        for (const control of answers[question.id.replace(/-question$/, '')]) document.getElementById(control)?.click();
      }
      await looks(`${name}, page ${page}, answered`);
    }
    await presses(`${name}, behind page ${page}`, '[type=submit]');
  }
}

async function run() {
  await looks('the start');
  await settles('the start');
  await presses('the first page', '.start .button--primary');
  await does('nothing answered', '[type=submit]');
  await does('ticked', '#cauda-equina-bladder');
  await presses('since when', '[type=submit]');
  await does('new', '#bladder-when-new');
  await presses('the interruption', '[type=submit]');
  await settles('the interruption');
  await presses('a mistake', '.interruption .button--secondary');
  await presses('back', '.button--back');
  await does('none', '#cauda-equina-none');
  await answersAll('warning signs');
  await presses('behind the notice', '.notice .button--secondary');
  await answersAll('the rest');
  await presses('the result', '.review .button--primary');
  one('.result').querySelectorAll('details').forEach((it) => (it.open = true));
  await looks('everything unfolded');
  const rows = [...check().querySelectorAll('.answers__row')];
  const row = rows.find((it) => reads(it.querySelector('.answers__question')) === edited.replace(/\s+/g, ''));
  row.querySelector('button').click();
  await looks('an answer opened');
  await does('another answer', '.answers__edit input[id$=-none]');
  await does('the result updated', '.answers__edit .button--primary');
  await presses('taken along', '.sheet__ways > button');
  await presses('back at the result', '.button--back');
  await presses('the re-check', '.again__offer .button');
  await presses('what they do again', '[type=submit]');
  await answersAll('the re-check');
  await presses('the starting point', '.review .button--primary');
}

run().then(() => done(seen), (error) => done([{ step: String(error), reads: '', dials: [] }]));

// A clinic's page that takes the check from npm: what is documented, with types.
import 'sciatica-check';
import type { SciaticaCheckAttributes, SciaticaCheckStepDetail } from 'sciatica-check';

const settings: SciaticaCheckAttributes = {
  region: 'GB-ENG',
  'clinic-name': 'Hands & Co',
  theme: 'light',
  loading: 'eager',
};

const check = document.createElement('sciatica-check');
check.id = 'one';
for (const [name, value] of Object.entries(settings)) check.setAttribute(name, value);
check.append(Object.assign(document.createElement('p'), { textContent: 'Emergency? Call 999.' }));

const told: unknown[] = [];
check.addEventListener('sciatica-check:ready', ({ detail }) => {
  const { v, content }: { v: 1; content: string } = detail;
  told.push({ what: 'ready', from: check.id, detail: { v, content } });
});
check.addEventListener('sciatica-check:started', ({ detail }) => {
  const { step }: SciaticaCheckStepDetail = detail;
  told.push({ what: 'started', from: check.id, detail: { step } });
});
check.addEventListener('sciatica-check:result', ({ detail }) => {
  // @ts-expect-error There is no answer in an event.
  void detail.answers;
  // @ts-expect-error Levels only for whoever asks for them: they may be missing.
  const urgency: string = detail.urgency;
  void urgency;
});
// The events bubble.
document.addEventListener('sciatica-check:failed', ({ detail }) => console.error(detail.cause));
// @ts-expect-error There is no such theme.
const wrong: SciaticaCheckAttributes = { theme: 'sepia' };
void wrong;

Object.assign(window, { told, blocked: [] });
document.querySelector('main')!.append(check);

// For a page that holds the check in a frame, <iframe data-sciatica-check>:
// gives the frame the height of what is in it. Listens to that page alone.
import type { Message, Size } from './framed';

const FRAMES = 'iframe[data-sciatica-check]';

const origin = (frame: HTMLIFrameElement) => new URL(frame.src, location.href).origin;

function greet(frame: HTMLIFrameElement): void {
  const hello: Message = { type: 'sciatica-check:hello', v: 1 };
  frame.contentWindow?.postMessage(hello, origin(frame));
}

addEventListener('message', (event: MessageEvent<Partial<Size> | null>) => {
  const size = event.data;
  if (size?.type !== 'sciatica-check:size' || !Number.isFinite(size.height)) return;
  for (const frame of document.querySelectorAll<HTMLIFrameElement>(FRAMES)) {
    if (event.source !== frame.contentWindow || event.origin !== origin(frame)) continue;
    frame.style.height = `${Math.ceil(size.height!)}px`;
    if (!Number.isFinite(size.heading)) continue;
    const top = frame.getBoundingClientRect().top + size.heading!;
    if (top < 0 || top > innerHeight) scrollBy(0, top);
  }
});

// "load" does not bubble; frames that come later are caught on its way down.
const isFrame = (it: EventTarget | null): it is HTMLIFrameElement =>
  it instanceof HTMLIFrameElement && it.matches(FRAMES);
document.addEventListener('load', ({ target }) => isFrame(target) && greet(target), true);
document.querySelectorAll<HTMLIFrameElement>(FRAMES).forEach(greet);

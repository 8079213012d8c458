// A clinic's page with React: shows the check, takes it away, and listens to it.
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';

function Page() {
  const [shown, show] = useState(true);
  const [region, choose] = useState('GB-ENG');
  const [ready, count] = useState(0);
  return (
    <main>
      <h1>A page with React</h1>
      <button id="toggle" onClick={() => show(!shown)}>Show the check, or do not</button>
      <button id="region" onClick={() => choose('US')}>Visitors are in the United States</button>
      <button id="end" onClick={() => root.unmount()}>End</button>
      <output id="ready">{ready}</output>
      {shown && (
        <sciatica-check id="one" region={region} loading="eager" onsciatica-check:ready={() => count((it) => it + 1)}>
          <p>Emergency? Call <a href="tel:999">999</a>.</p>
        </sciatica-check>
      )}
    </main>
  );
}

const root = createRoot(document.getElementById('app'));
root.render(<StrictMode><Page /></StrictMode>);

// Reads FHIR resources, a line each, and says what is wrong with each of them. The validator is
// somebody else's: npm's "fhir", in the folder that is the first argument.
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { join } from 'node:path';

const require = createRequire(join(process.argv[2], 'package.json'));
const { Fhir } = require('fhir');
const fhir = new Fhir();
let faults = 0;
for await (const line of createInterface({ input: process.stdin })) {
  const { valid, messages } = fhir.validate(JSON.parse(line), { errorOnUnexpected: true });
  const wrong = messages.filter(({ severity }) => severity !== 'info');
  faults += valid ? 0 : 1;
  for (const { severity, location, message } of wrong) console.log(`${severity} ${location}: ${message}`);
}
process.exit(faults ? 1 : 0);

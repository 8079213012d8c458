// The element, for a page that loads it as a module.
import { define } from './element';
import { base, load, look } from './load';

define({ base, look, load });

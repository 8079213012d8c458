// The element, for a page that loads it as a module.
import { define } from './element';
import { base, loadStyled } from './load';

define({ base, load: loadStyled });

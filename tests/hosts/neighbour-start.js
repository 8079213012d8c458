// Starts the other program of the page.
import init from './neighbour.js';

init();

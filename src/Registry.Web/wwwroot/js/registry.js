// Small aids; every page works without them.
import { suggest } from './suggest.js';

for (const input of document.querySelectorAll('input[data-suggest]')) suggest(input);

// Filters stand open beside the results where there is room.
const wide = matchMedia('(min-width: 900px)');
for (const details of document.querySelectorAll('details[data-wide-open]')) {
  const fit = () => { details.open = wide.matches; };
  fit();
  wide.addEventListener('change', fit);
}

// A filter chosen with the pointer applies at once; with the keyboard one goes on choosing.
document.addEventListener('change', (event) => {
  const box = event.target;
  if (box.matches?.('.facet-choice input') && wide.matches && !box.matches(':focus-visible')) box.form?.requestSubmit();
});

for (const button of document.querySelectorAll('button[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

// An open menu closes on Escape and on a click elsewhere.
const menus = () => document.querySelectorAll('details.menu-button[open]');
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  for (const menu of menus()) { menu.open = false; menu.querySelector('summary')?.focus(); }
});
document.addEventListener('click', (event) => {
  for (const menu of menus()) if (!menu.contains(event.target)) menu.open = false;
});

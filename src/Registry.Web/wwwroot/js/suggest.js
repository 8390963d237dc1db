// Companies while somebody types: an accessible combobox (ARIA 1.2) over the public suggest call.
const waitMs = 120;
const shortest = 2;
const language = document.documentElement.lang;
const half = 6;

const names = (hit) => {
  const order = { kk: [hit.nameKk, hit.nameRu, hit.nameEn], en: [hit.nameEn, hit.nameRu, hit.nameKk] }[language] ?? [hit.nameRu, hit.nameKk, hit.nameEn];
  return [...new Set(order.filter(Boolean))];
};

const option = (hit, index) => {
  const item = document.createElement('div');
  item.id = `suggestion-${index}`;
  item.role = 'option';
  item.ariaSelected = 'false';
  item.dataset.bin = hit.bin;
  const [main, other] = names(hit);
  const title = document.createElement('div');
  title.textContent = main ?? hit.bin;
  const line = document.createElement('div');
  line.className = 'suggest-other';
  line.textContent = [`${hit.bin.slice(0, half)}\u202f${hit.bin.slice(half)}`, other].filter(Boolean).join(' · ');
  item.append(title, line);
  return item;
};

export function suggest(input) {
  const list = document.createElement('div');
  list.className = 'suggestions';
  list.id = 'suggestions';
  list.role = 'listbox';
  list.ariaLabel = input.labels?.[0]?.textContent ?? '';
  list.hidden = true;
  const status = document.createElement('div');
  status.className = 'unseen';
  status.role = 'status';
  input.form.append(list, status);
  input.role = 'combobox';
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  input.ariaExpanded = 'false';

  let chosen = -1;
  let timer;
  let asking;

  const choose = (index) => {
    const items = [...list.children];
    chosen = index;
    items.forEach((item, i) => { item.ariaSelected = String(i === index); });
    if (index >= 0) {
      input.setAttribute('aria-activedescendant', items[index].id);
      items[index].scrollIntoView({ block: 'nearest' });
    } else {
      input.removeAttribute('aria-activedescendant');
    }
  };

  const close = () => {
    clearTimeout(timer);
    asking?.abort();
    list.hidden = true;
    input.ariaExpanded = 'false';
    choose(-1);
  };

  // A late answer to an earlier text must not take the choice away.
  const open = (hits) => {
    const kept = list.children[chosen]?.dataset.bin;
    list.replaceChildren(...hits.map(option));
    list.hidden = hits.length === 0;
    input.ariaExpanded = String(hits.length > 0);
    status.textContent = (input.dataset.suggestStatus ?? '{0}').replace('{0}', hits.length);
    choose(hits.findIndex((hit) => hit.bin === kept));
  };

  const ask = async () => {
    asking?.abort();
    asking = new AbortController();
    const text = input.value.trim();
    if (text.length < shortest) { close(); return; }
    try {
      const answer = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(text)}`, { signal: asking.signal });
      if (!answer.ok) { close(); return; }
      const body = await answer.json();
      open(Array.isArray(body) ? body : body.items ?? []);
    } catch (error) {
      if (error.name !== 'AbortError') close();
    }
  };

  const go = (item) => { location.assign(`/companies/${item.dataset.bin}`); };

  input.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(ask, waitMs); });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    const count = list.hidden ? 0 : list.children.length;
    if (event.key === 'Escape' && count > 0) { close(); event.preventDefault(); return; }
    if (count === 0) return;
    if (event.key === 'ArrowDown') { choose((chosen + 1) % count); event.preventDefault(); }
    else if (event.key === 'ArrowUp') { choose(chosen <= 0 ? count - 1 : chosen - 1); event.preventDefault(); }
    else if (event.key === 'Enter' && chosen >= 0) { go(list.children[chosen]); event.preventDefault(); }
  });
  // The press comes before the blur that would close the list.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => { const item = event.target.closest('[role=option]'); if (item) go(item); });
}

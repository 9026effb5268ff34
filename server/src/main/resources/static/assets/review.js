// Keys, focus and selection of the review. What a key does is not written here: a key clicks the element that carries it in
// aria-keyshortcuts, first in the proposal that has the focus, then on the page.

const proposals = document.getElementById('proposals');
let current = null; // the id of the proposal that has the focus or had it last

const all = () => [...proposals.querySelectorAll('.proposal:not(.settled)')];
const one = id => id && document.getElementById(id);

function look(item, options = {}) {
  if (!item) return;
  current = item.id;
  const field = item.querySelector('[data-first]');
  (field ?? item).focus(options);
  if (field) field.select();
  else if (!options.preventScroll) item.scrollIntoView({block: 'nearest'});
}

function step(by) {
  const items = all();
  const at = items.indexOf(one(current));
  if (at >= 0) look(items[Math.min(Math.max(at + by, 0), items.length - 1)]);
  else look(nearest(one(current)) ?? items[0]);
}

/** The proposal that follows one that is decided; the one before it where none follows. */
function nearest(item) {
  if (!item) return null;
  const after = all().filter(other => item.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
  return after[0] ?? all().at(-1);
}

// Keys ------------------------------------------------------------------------------------------------------------------

const moves = {j: 1, ArrowDown: 1, k: -1, ArrowUp: -1};
const types = element => element.matches('input:not([type=checkbox]), select, textarea');

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || document.querySelector('dialog[open]')) return;
  if (event.target.matches('button, a, summary, input, select') && event.key === 'Enter') return;
  if (types(event.target) && event.key !== 'Escape') return;
  if (event.key in moves && !event.shiftKey) {
    event.preventDefault();
    step(moves[event.key]);
    return;
  }
  const key = event.shiftKey && /^[A-Z]$/.test(event.key) ? `Shift+${event.key}` : event.key;
  const target = withKey(one(current), key) ?? withKey(lastChange(), key) ?? withKey(document, key);
  if (target) {
    event.preventDefault();
    target.click();
  }
});

function withKey(where, key) {
  const found = [...(where?.querySelectorAll('[aria-keyshortcuts]') ?? [])]
    .filter(element => element.getAttribute('aria-keyshortcuts').split(' ').includes(key));
  return found.find(element => where !== document || !element.closest('.proposal, .changes'));
}

const lastChange = () => document.querySelector('#changes > li:last-child');

// Focus -----------------------------------------------------------------------------------------------------------------

proposals.addEventListener('focusin', event => {
  current = event.target.closest('.proposal')?.id ?? current;
});

document.addEventListener('click', event => {
  const leads = event.target.closest('[data-focus]') ?? event.target.closest('button')?.form;
  if (leads?.dataset.focus) current = leads.dataset.focus;
});

document.addEventListener('htmx:afterRequest', event => {
  const element = event.detail.requestConfig.elt;
  if (event.detail.requestConfig.verb === 'delete' && event.detail.xhr.status < 300 && element.dataset.withdraws) {
    document.querySelector(`[data-undoes="${element.dataset.withdraws}"]`)?.closest('li').remove();
  }
  const item = one(current);
  if (!item) return;
  showSelection();
  if (item.matches('.settled')) look(nearest(item) ?? item);
  else if (item === document.activeElement || !item.contains(document.activeElement)) look(item);
});

// Selection -------------------------------------------------------------------------------------------------------------

const boxes = () => [...proposals.querySelectorAll('input[name=ids]')];

function showSelection() {
  const output = document.getElementById('selected');
  if (!output) return;
  const selected = boxes().filter(box => box.checked).length;
  output.textContent = selected === 0 ? 'None selected' : `${selected} selected`;
  document.querySelectorAll('[data-needs-selection]').forEach(button => { button.disabled = selected === 0; });
  const whole = document.getElementById('select-all');
  whole.checked = selected > 0 && selected === boxes().length;
  whole.indeterminate = selected > 0 && !whole.checked;
}

document.addEventListener('change', event => {
  if (event.target.id === 'select-all') boxes().forEach(box => { box.checked = event.target.checked; });
  showSelection();
});

document.addEventListener('click', event => {
  const least = event.target.closest('[data-select-from]')?.dataset.selectFrom;
  if (!least) return;
  boxes().forEach(box => { box.checked = Number(box.closest('.proposal').dataset.confidence) >= Number(least); });
  showSelection();
});

showSelection();
look(all()[0], {preventScroll: true});

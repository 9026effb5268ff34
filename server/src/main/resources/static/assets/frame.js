// What every page needs: the token against forgery on each request, a word when the server cannot be reached, and a
// few small conveniences that a page asks for by attributes.

const token = document.querySelector('meta[name="csrf-token"]');

document.addEventListener('htmx:configRequest', event => {
  if (token) event.detail.headers[token.dataset.header] = token.content;
});

document.addEventListener('htmx:sendError', () => {
  document.getElementById('notice').textContent = 'The server cannot be reached. What you see may be out of date.';
});

// data-link: a field with a link. Where the server does not know its own address, the link begins with the one of this page.
for (const field of document.querySelectorAll('[data-link]')) field.value = new URL(field.value, location.origin).href;

// data-copies="ID": a button that copies the text of a field.
document.addEventListener('click', async event => {
  const button = event.target.closest('[data-copies]');
  if (!button) return;
  const field = document.getElementById(button.dataset.copies);
  field.select();
  await navigator.clipboard.writeText(field.value);
  button.textContent = 'Copied';
});

// data-zones: a list of all time zones. With "own" the browser's is chosen, else the one that stands in it.
for (const list of document.querySelectorAll('select[data-zones]')) {
  const chosen = list.dataset.zones === 'own' ? Intl.DateTimeFormat().resolvedOptions().timeZone : list.value;
  const zones = new Set(['UTC', chosen, ...Intl.supportedValuesOf('timeZone')]);
  list.replaceChildren(...[...zones].sort().map(zone => new Option(zone, zone, false, zone === chosen)));
}

// data-opens="ID": a button that opens a dialog.
document.addEventListener('click', event => {
  const button = event.target.closest('[data-opens]');
  if (button) document.getElementById(button.dataset.opens).showModal();
});

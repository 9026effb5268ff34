// Takes the secret of a link out of the page's address, where it would stay in the history, and hides the field for it.

const field = document.querySelector('[data-from-address] input');

if (location.hash.length > 1) {
  field.value = location.hash.slice(1);
  history.replaceState(null, '', location.pathname);
}

field.closest('[data-from-address]').hidden = field.value !== '';

// Sends the chosen files one after the other, each as the body of a request of its own, and shows how far it has come.

const form = document.getElementById('upload');
const token = document.querySelector('meta[name="csrf-token"]');
const refusal = document.getElementById('upload-refusal');
const sending = form.querySelector('.sending');

form.addEventListener('submit', async event => {
  event.preventDefault();
  const files = [...form.elements.files.files];
  const button = form.querySelector('button');
  refusal.textContent = '';
  button.disabled = true;
  sending.hidden = false;
  try {
    let address;
    for (const file of files) address = await send(file);
    location.assign(files.length === 1 ? address : '/mail');
  } catch (refused) {
    refusal.textContent = refused.message;
    sending.hidden = true;
    button.disabled = false;
  }
});

function send(file) {
  document.getElementById('sent-name').textContent = file.name;
  const request = new XMLHttpRequest();
  request.open('POST', form.getAttribute('action'));
  request.setRequestHeader('Content-Type', 'application/octet-stream');
  request.setRequestHeader('X-File-Name', encodeURIComponent(file.name));
  request.setRequestHeader('HX-Request', 'true');
  request.setRequestHeader(token.dataset.header, token.content);
  request.upload.addEventListener('progress', event => {
    document.getElementById('sent').value = 100 * event.loaded / event.total;
  });
  return new Promise((resolve, reject) => {
    request.addEventListener('load', () => {
      if (request.status === 201) resolve(request.getResponseHeader('Location'));
      else reject(new Error(`${file.name}: ${sentence(request)}`));
    });
    request.addEventListener('error', () => reject(new Error(`${file.name}: the upload broke off. Try again.`)));
    request.send(file);
  });
}

function sentence(request) {
  if (request.status === 422) return request.responseText;
  if (request.status === 401) return 'you were signed out. Sign in and try again.';
  return 'the server did not take it. Load the page again, then try once more.';
}

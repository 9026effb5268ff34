// The conversation: sends what a person says, shows the answer as it comes, and finds back to one that is under way. What a model
// says is text and stays text: no link, no picture, no markup is ever made of it.

const main = document.getElementById('main');
const log = document.getElementById('log');
const form = document.getElementById('composer');
const field = document.getElementById('message');
const send = document.getElementById('send');
const stop = document.getElementById('stop');
const refusal = document.getElementById('chat-refusal');
const state = document.getElementById('chat-state');
const announcement = document.getElementById('announcement');
const token = document.querySelector('meta[name="csrf-token"]');
const id = main.dataset.conversation;
const here = `/chat/${id}`;
const TRIES = 6;
const LONGEST_ANNOUNCED = 800;
const EARLIER = 'What was said earlier is in the export.';

let running = false;
let leaving = false;

class Refused extends Error {}

// What is shown ----------------------------------------------------------------------------------------------------------

const messages = new Map();
let current = null; // the message that is being answered with
let open = null; // its text that grows

function message(key, role) {
  if (messages.has(key)) return messages.get(key);
  const element = document.createElement('article');
  element.className = `said ${role}`;
  const name = document.createElement('h3');
  name.textContent = role === 'user' ? 'You' : 'Assistant';
  element.append(name);
  log.append(element);
  const made = {key, role, element, parts: []};
  messages.set(key, made);
  return made;
}

function show(part, made) {
  if (part.type === 'text') {
    part.element ??= made.element.appendChild(Object.assign(document.createElement('p'), {className: 'words'}));
    part.element.textContent = part.text;
  } else if (part.type.startsWith('tool-')) {
    part.element ??= made.element.appendChild(document.createElement('tool-card'));
    part.element.part = part;
  }
}

function add(part, made) {
  const own = {...part};
  made.parts.push(own);
  show(own, made);
  return own;
}

function change(call, values) {
  const part = current.parts.find(one => one.toolCallId === call)
    ?? add({type: `tool-${values.name}`, toolCallId: call}, current);
  Object.assign(part, values);
  show(part, current);
}

/** What is said to somebody who does not see it. */
function announce(from) {
  const parts = current?.parts.slice(from) ?? [];
  const said = parts.filter(part => part.type === 'text').map(part => part.text).join(' ');
  const waits = current?.parts.some(part => part.state === 'approval-requested');
  announcement.textContent = (said ? `Assistant: ${said}`.slice(0, LONGEST_ANNOUNCED) : 'The assistant is done.')
    + (waits ? ' Something waits for your yes, above the field for your message.' : '');
}

function follow() {
  const left = document.documentElement.scrollHeight - innerHeight - scrollY;
  if (left < 240) scrollTo(0, document.documentElement.scrollHeight);
}

// What is heard ----------------------------------------------------------------------------------------------------------

const hear = {
  'start': chunk => { current = message(chunk.messageId, 'assistant'); open = null; },
  'text-start': () => { open = add({type: 'text', text: ''}, current); },
  'text-delta': chunk => { open.text += chunk.delta; show(open, current); },
  'text-end': () => { open = null; },
  'tool-input-start': chunk => change(chunk.toolCallId, {name: chunk.toolName, state: 'input-streaming'}),
  'tool-input-available': chunk => change(chunk.toolCallId, {name: chunk.toolName, state: 'input-available', input: chunk.input}),
  'tool-approval-request': chunk => change(chunk.toolCallId,
    {state: 'approval-requested', approval: {id: chunk.approvalId, descriptor: chunk.approvalDescriptor}}),
  'tool-output-available': chunk => change(chunk.toolCallId, {state: 'output-available', output: chunk.output}),
  'tool-output-error': chunk => change(chunk.toolCallId, {state: 'output-error', errorText: chunk.errorText}),
  'tool-output-denied': chunk => change(chunk.toolCallId, {state: 'output-denied'}),
  'error': chunk => { add({type: 'text', text: chunk.errorText}, current); },
};

/** Reads events as they come, until the last one. An answer that breaks off before it is an error. */
async function listen(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const {value, done} = await reader.read();
    if (done) throw new Error('the answer broke off');
    const events = (rest + value).split('\n\n');
    rest = events.pop();
    for (const event of events) {
      if (event === 'data: [DONE]') return;
      if (!event.startsWith('data: ')) continue;
      const chunk = JSON.parse(event.slice('data: '.length));
      hear[chunk.type]?.(chunk);
    }
    follow();
  }
}

async function request(address, body) {
  const response = await fetch(address, body === undefined ? {headers: {'HX-Request': 'true'}} : {
    method: 'POST',
    headers: {'Content-Type': 'application/json', 'HX-Request': 'true', [token.dataset.header]: token.content},
    body: JSON.stringify(body),
  });
  if (response.ok) return response;
  const type = response.headers.get('Content-Type') ?? '';
  throw new Refused(response.status === 401 ? 'You were signed out. Sign in and try again.'
    : type.startsWith('text/plain') ? await response.text()
    : 'The server did not take it. Load the page again, then try once more.');
}

// Turns ------------------------------------------------------------------------------------------------------------------

function busy(is, sentence = '') {
  running = is;
  const held = document.activeElement;
  send.hidden = is;
  stop.hidden = !is;
  log.setAttribute('aria-busy', is);
  state.textContent = sentence;
  if (held === send || held === stop || held === document.body) field.focus();
}

/** Has the assistant answer, and listens. Returns whether it was said; where the connection broke off, what is stored tells that. */
async function turn(body, hasArrived) {
  refusal.textContent = '';
  busy(true, 'The assistant is answering. Esc stops it.');
  announcement.textContent = 'The assistant is answering.';
  const before = current?.parts.length ?? 0;
  const continued = current;
  let said = false;
  try {
    const response = await request('/chat/turns', {id, ...body});
    said = true;
    known();
    await listen(response);
    announce(current === continued ? before : 0);
  } catch (failure) {
    if (leaving) return true;
    if (failure instanceof Refused) {
      refusal.textContent = failure.message;
      return false;
    }
    const trouble = await findBack();
    said ||= !trouble && hasArrived();
    refusal.textContent = trouble ?? (said ? '' : 'The connection broke off, and this was not sent. Try it again.');
    return said;
  } finally {
    busy(false, stopped ? 'Stopped.' : '');
    stopped = false;
  }
  return true;
}

let stopped = false;

async function halt() {
  if (!running) return;
  stopped = true;
  state.textContent = 'Stopping…';
  try {
    await request(`${here}/stop`, {});
  } catch (failure) {
    state.textContent = '';
    refusal.textContent = failure instanceof Refused ? failure.message : 'The server cannot be reached.';
  }
}

/** Shows what is stored. */
async function load() {
  const whole = await (await request(`${here}/messages`)).json();
  messages.clear();
  log.replaceChildren();
  if (whole.cut) log.append(Object.assign(document.createElement('p'), {className: 'hint', textContent: EARLIER}));
  current = null;
  for (const stored of whole.messages) {
    const made = message(stored.id, stored.role);
    stored.parts.forEach(part => add(part, made));
    if (stored.role === 'assistant') current = made;
  }
  if (messages.size) known();
  main.dataset.loaded = '';
}

/** Listens to the answer that is under way, where one is, and ends with what is stored of it. */
async function resume() {
  const response = await request(`${here}/stream`);
  await load();
  if (!location.hash) scrollTo(0, document.documentElement.scrollHeight);
  if (response.status === 204) return;
  busy(true, 'The assistant is answering. Esc stops it.');
  try {
    await listen(response);
    await load();
    announce(0);
  } finally {
    busy(false);
  }
}

/** Comes back to what is stored, and to the answer that is under way. Returns why it could not, or null. */
async function findBack() {
  for (let tries = 1; tries <= TRIES && !leaving; tries++) {
    state.textContent = 'The connection broke off. Looking for it again…';
    try {
      await resume();
      return null;
    } catch (failure) {
      if (failure instanceof Refused) return failure.message;
      await new Promise(later => setTimeout(later, 500 * 2 ** tries));
    }
  }
  return 'The server cannot be reached. Load the page again later to see what became of this.';
}

/** From its first words on a conversation has an address, a place in the list, and can be renamed, exported and deleted. */
function known() {
  if (main.dataset.known === 'true') return;
  main.dataset.known = 'true';
  history.replaceState(null, '', here);
  document.getElementById('empty')?.remove();
  document.getElementById('chat-tools').hidden = false;
  const link = Object.assign(document.createElement('a'), {href: here, textContent: title()});
  link.setAttribute('aria-current', 'page');
  const item = document.createElement('li');
  item.append(link);
  document.getElementById('conversations').prepend(item);
  document.getElementById('no-conversations')?.remove();
  document.getElementById('title').textContent = title();
}

function title() {
  const first = [...messages.values()].find(one => one.role === 'user')?.parts[0].text.replace(/\s+/g, ' ') ?? 'Conversation';
  return first.length > 60 ? `${first.slice(0, 59)}…` : first;
}

/** Whether a person has said something after that answer. */
function isFollowedByWords(answer) {
  const stored = [...messages.values()];
  return stored.findLastIndex(one => one.role === 'user') > stored.findIndex(one => one.key === answer);
}

/** Whether a yes to that call is still asked for. */
function waits(call) {
  return [...messages.values()].some(one => one.parts.some(part => part.state === 'approval-requested' && part.approval.id === call));
}

async function ask() {
  const text = field.value.trim();
  if (running || !text) return;
  const key = `new-${messages.size}`;
  const before = [...messages.values()].findLast(one => one.role === 'assistant')?.key;
  const mine = message(key, 'user');
  add({type: 'text', text}, mine);
  field.value = '';
  scrollTo(0, document.documentElement.scrollHeight);
  if (!await turn({message: {role: 'user', parts: [{type: 'text', text}]}}, () => isFollowedByWords(before))) {
    messages.delete(key);
    mine.element.remove();
    field.value ||= text;
  }
}

// Keys and buttons -------------------------------------------------------------------------------------------------------

form.addEventListener('submit', event => {
  event.preventDefault();
  ask();
});

field.addEventListener('keydown', event => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  ask();
});

document.addEventListener('keydown', event => {
  if (event.key === 'Escape' && running && !document.querySelector('dialog[open]')) halt();
});

stop.addEventListener('click', halt);

log.addEventListener('decide', event => {
  if (running) return;
  const {id: call, approved} = event.detail;
  event.target.querySelectorAll('button').forEach(button => { button.disabled = true; });
  field.focus();
  current = [...messages.values()].find(one => one.element.contains(event.target));
  turn({approvals: [{id: call, approved}]}, () => !waits(call)).then(went => {
    if (!went) load().catch(() => event.target.querySelectorAll('button').forEach(button => { button.disabled = false; }));
  });
});

document.addEventListener('click', event => {
  const example = event.target.closest('[data-example]');
  if (!example) return;
  field.value = example.textContent;
  field.focus();
});

addEventListener('pagehide', () => { leaving = true; });

if (main.dataset.known === 'true') {
  resume()
    .catch(failure => failure instanceof Refused ? failure.message : findBack())
    .then(trouble => { refusal.textContent = trouble ?? ''; });
} else {
  main.dataset.loaded = '';
  field.focus();
}

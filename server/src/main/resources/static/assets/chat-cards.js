// A call of a tool as a card: the element <tool-card>, whose property "part" is the call as the stream and the store have it.
// Whatever comes from a model, a mail or a person becomes text nodes here and nothing else. What is decided on a call that waits
// is told by the event "decide".

const NAMES = {
  scan_billable_time: 'Look for time in sent mail',
  analyze_time_entry: 'Read a text for time',
  get_time_tracking_summary: 'Add up time',
  configure_time_tracking: 'Settings',
  start_timer: 'Start the timer',
  stop_timer: 'Stop the timer',
  list_time_entries: 'List time entries',
  review_proposals: 'Review proposals',
  find_matter: 'Find a matter',
};
const STATES = {
  'input-streaming': 'being written',
  'input-available': 'under way',
  'approval-requested': 'waits for you',
  'approval-responded': 'under way',
  'output-available': 'done',
  'output-error': 'not done',
  'output-denied': 'declined, not done',
};
const MOST_ROWS = 50;

const make = (name, attributes = {}, ...content) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...content.filter(one => one !== null && one !== undefined && one !== ''));
  return element;
};
const words = name => String(name).replaceAll('_', ' ');
const isThere = value => value !== null && value !== undefined && value !== '';
const hours = number => Number(number ?? 0).toFixed(2);
const ofMinutes = minutes => isThere(minutes) ? hours(minutes / 60) : '';

/** A value of arguments, in words. */
function said(value) {
  if (value === true) return 'yes';
  if (value === false) return 'no';
  if (Array.isArray(value)) return value.length > 5 ? `${value.length} of them` : value.map(said).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function list(pairs) {
  const shown = Object.entries(pairs ?? {}).filter(([, value]) => isThere(value) && !(Array.isArray(value) && !value.length));
  return shown.length
    ? make('dl', {class: 'said-with'}, ...shown.map(([key, value]) => make('div', {}, make('dt', {}, words(key)), make('dd', {}, said(value)))))
    : null;
}

/** A table. A column is a name, what stands in it, and whether that is a number; below a row may stand more of it. */
function table(caption, columns, rows, more = () => null, sums = null) {
  const used = columns.filter(([, value]) => rows.some(row => isThere(value(row))));
  const cell = ([, , number], content, name = 'td') => make(name, number ? {class: 'number'} : {}, content);
  const lines = rows.slice(0, MOST_ROWS).flatMap(row => {
    const below = more(row);
    const line = make('tr', {}, ...used.map(column => cell(column, String(column[1](row) ?? ''))));
    return below ? [line, make('tr', {class: 'below'}, make('td', {colspan: used.length}, below))] : [line];
  });
  const foot = sums && rows.length > 1
    ? make('tfoot', {}, make('tr', {}, ...used.map((column, at) => cell(column, at === 0 ? 'Together' : String(column[1](sums) ?? '')))))
    : null;
  return make('div', {class: 'wide', tabindex: '0', role: 'group', 'aria-label': caption},
    make('table', {class: used.length > 4 ? 'list many' : 'list'},
      make('caption', {class: 'unseen'}, caption),
      make('thead', {}, make('tr', {}, ...used.map(([name, , number]) => make('th', number ? {scope: 'col', class: 'number'} : {scope: 'col'}, name)))),
      make('tbody', {}, ...lines),
      foot),
    rows.length > MOST_ROWS ? make('p', {class: 'hint'}, `and ${rows.length - MOST_ROWS} more`) : null);
}

/** The words of a mail that say so, with what they prove marked. */
function evidence(entry) {
  const context = entry.context ?? '';
  const [from, to] = [entry.extracted_text_start, entry.extracted_text_end];
  const doubts = entry.doubts ?? [];
  return make('div', {},
    entry.activity_description ? make('p', {}, entry.activity_description) : null,
    context ? make('blockquote', {}, context.slice(0, from), make('mark', {}, context.slice(from, to)), context.slice(to)) : null,
    doubts.length ? make('ul', {class: 'warnings'}, ...doubts.map(doubt => make('li', {}, doubt))) : null);
}

const matterOf = row => row.matter ? `${row.matter.client} / ${row.matter.matter}` : row.client_matter ?? '';

const found = rows => table('Time found', [
  ['Day', row => row.date_performed],
  ['For', row => row.client_matter],
  ['Kind', row => row.entry_type],
  ['Hours', row => hours(row.hours_logged), true],
  ['Billed', row => ofMinutes(row.billed_minutes), true],
  ['State', row => row.state],
], rows, evidence);

const entries = rows => table('Time entries', [
  ['Day', row => row.date_performed],
  ['For', matterOf],
  ['Kind', row => row.entry_type],
  ['Hours', row => row.running ? 'running' : ofMinutes(row.duration_minutes), true],
  ['Billed', row => ofMinutes(row.billed_minutes), true],
  ['Work', row => row.description],
], rows);

const reviewed = rows => table('Proposals', [
  ['Day', row => row.date_performed],
  ['For', matterOf],
  ['Kind', row => row.entry_type],
  ['Hours', row => ofMinutes(row.duration_minutes), true],
  ['Outcome', row => row.problem ?? row.state],
  ['Work', row => row.activity_description],
], rows);

const matters = rows => table('Matters', [
  ['Client', row => row.client],
  ['Code', row => row.client_code],
  ['Matter', row => row.matter],
  ['Number', row => row.matter_number],
], rows);

const changes = rows => table('Changes', [
  ['Setting', row => words(row.setting)],
  ['Was', row => row.from ?? 'none'],
  ['Is', row => row.to ?? 'none'],
], rows);

function sums(by, rows, result) {
  const column = (name, stage) => [name, row => hours(row[stage]?.hours), true];
  return table(`By ${by}`, [
    [by[0].toUpperCase() + by.slice(1), row => row.name ?? `no ${by} named`],
    column('Approved', 'approved'),
    ['Billable', row => hours(row.approved?.billable_hours), true],
    column('Proposed', 'proposed'),
    ...(result.rejected?.entries ? [column('Rejected', 'rejected')] : []),
  ], rows, () => null, result);
}

function troubles(errors) {
  return make('ul', {class: 'warnings'}, ...errors.map(error => make('li', {}, [error.email_id, error.error].filter(isThere).join(': '))));
}

/** What a result has that a person wants to see; empty where its words say it all. */
function contents(result) {
  const parts = [];
  const rows = (name, show) => { if (Array.isArray(result?.[name]) && result[name].length) parts.push(show(result[name])); };
  rows('results', found);
  rows('entries', result?.entries?.[0]?.extracted_text === undefined ? entries : found);
  if (result?.entry) parts.push(entries([result.entry]));
  rows('proposals', reviewed);
  rows('matters', matters);
  rows('changes', changes);
  for (const by of ['client', 'matter', 'type', 'day']) rows(`by_${by}`, those => sums(by, those, result));
  const omitted = (result?.results_omitted ?? 0) + (result?.omitted ?? 0);
  if (omitted) parts.push(make('p', {class: 'hint'}, `${omitted} more are left out.`));
  rows('errors', troubles);
  if (result?.settings) parts.push(make('details', {}, make('summary', {}, 'All settings'), list(result.settings)));
  return parts;
}

class ToolCard extends HTMLElement {

  set part(part) {
    const tool = part.type.slice('tool-'.length);
    this.dataset.state = part.state;
    this.setAttribute('role', 'group');
    this.setAttribute('aria-label', `${NAMES[tool] ?? words(tool)}: ${STATES[part.state] ?? part.state}`);
    this.replaceChildren(...[
      make('header', {},
        make('strong', {}, NAMES[tool] ?? words(tool)),
        make('code', {}, tool),
        make('span', {class: 'tag state'}, STATES[part.state] ?? part.state)),
      list(part.input),
      ...this.#outcome(part),
    ].filter(isThere));
  }

  #outcome(part) {
    if (part.state === 'approval-requested') return this.#question(part.approval);
    if (part.state === 'output-error') return [make('p', {class: 'refusal'}, part.errorText)];
    if (part.state !== 'output-available') return [];
    const shown = contents(part.output?.result);
    return shown.length ? shown : [make('p', {class: 'words'}, part.output?.text ?? '')];
  }

  #question(approval) {
    const {will_do: what, until} = approval.descriptor ?? {};
    if (until && new Date(until) < new Date()) {
      return [make('p', {}, what ?? ''), make('p', {class: 'quiet'}, 'Nobody has said yes in time, so this is forgotten. Ask again.')];
    }
    return [
      make('p', {class: 'will-do'}, what ?? 'This needs your yes.'),
      make('p', {class: 'actions'}, this.#button('Approve', true, approval.id), this.#button('Decline', false, approval.id),
        until ? make('span', {class: 'hint'}, `Waits until ${new Date(until).toLocaleTimeString([], {timeStyle: 'short'})}.`) : null)];
  }

  #button(label, approved, id) {
    const button = make('button', {type: 'button', class: approved ? 'primary' : ''}, label);
    button.addEventListener('click', () => this.dispatchEvent(new CustomEvent('decide', {bubbles: true, detail: {id, approved}})));
    return button;
  }
}

customElements.define('tool-card', ToolCard);

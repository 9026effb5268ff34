// Lets the openai package call our tools, and has its types judge what our server sends. Usage: run.mjs URL EMAIL PASSWORD
// What the server sends is judged where it asks a model at http://127.0.0.1:8133/v1.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import OpenAI from 'openai';
import { endpoint } from './endpoint.mjs';

const [url, email, password] = process.argv.slice(2);
if (!password) {
  console.error('Usage: run.mjs URL EMAIL PASSWORD');
  process.exit(2);
}
const HERE = import.meta.dirname;
const SCOPES = ['mail:read', 'clients:read'];
const ok = said => console.log(`ok  ${said}`);

async function api(method, path, token, body) {
  const answer = await fetch(url + path, {
    method, body: body && JSON.stringify(body),
    headers: { ...(token && { Authorization: `Bearer ${token}` }), ...(body && { 'Content-Type': 'application/json' }) },
  });
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
  return answer;
}
const json = async (...asked) => (await api(...asked)).json();

const { token: session } = await json('POST', '/api/auth/login', null, { email, password });
const made = await json('POST', '/api/users/me/tokens', session, { name: 'openai', scopes: SCOPES, current_password: password });
const service = await endpoint(8133);
try {
  await callOurTools(made.token);
  if (await recordsOurServer()) {
    execFileSync(process.execPath, [join(HERE, 'node_modules/typescript/bin/tsc'), '-p', HERE], { stdio: ['ignore', 2, 2] });
    ok('what our server sends are parameters of the package');
  }
} finally {
  service.close();
  await api('DELETE', `/api/users/me/tokens/${made.id}`, session);
}

/** As a program does it: our tools go to the model as they are, its calls to us as they are, our results back as they are. */
async function callOurTools(token) {
  const { tools } = await json('GET', '/api/tools?form=chat', token);
  assert.equal(tools.length, 9);
  const client = new OpenAI({ baseURL: service.url, apiKey: 'none' });
  const messages = [{ role: 'user', content: 'How many hours?' }];
  const asked = () => client.chat.completions.stream({ model: 'recorded', messages, tools, parallel_tool_calls: true }).finalChatCompletion();
  const first = await asked();
  const { message } = first.choices[0];
  assert.deepEqual(message.tool_calls.map(call => call.function.name), ['get_time_tracking_summary', 'find_matter']);
  ok('the package takes our tools, and two calls at once come of them');

  const results = await Promise.all(message.tool_calls.map(async call => ({
    role: 'tool', tool_call_id: call.id,
    content: JSON.stringify(await json('POST', `/api/tools/${call.function.name}`, token, JSON.parse(call.function.arguments))),
  })));
  assert.ok(JSON.parse(results[0].content).approved.hours >= 0);
  assert.ok(Array.isArray(JSON.parse(results[1].content).matters));
  ok('both are carried out by their names with the arguments as they came');

  messages.push(message, ...results);
  const last = await asked();
  assert.equal(last.choices[0].message.content, 'That is all.');
  assert.equal(service.requests.at(-1).messages.filter(one => one.role === 'tool').length, 2);
  ok('the results go back, and the answer comes');
}

async function recordsOurServer() {
  const { offer } = await json('GET', '/api/assistant/model', session);
  if (!offer?.includes('127.0.0.1:8133')) {
    console.log('--  what our server sends are parameters of the package: it asks no model here');
    return false;
  }
  service.requests.length = 0;
  await json('PATCH', '/api/assistant/model', session, { enabled: true });
  const said = await (await api('POST', '/api/chat', session, { id: `recorded-${Date.now()}`, message: { role: 'user', parts: [{ type: 'text', text: 'How many hours?' }] } })).text();
  assert.ok(said.includes('"delta":"all."') || said.includes('That is all.'), said.slice(-600));
  assert.equal(service.requests.length, 2);
  const record = service.requests.map((request, at) => `const request${at}: ChatCompletionCreateParamsStreaming = ${JSON.stringify(anonymous(request), null, 2)};`);
  writeFileSync(join(HERE, 'recorded.ts'), `// What the server sends, as run.mjs has recorded it. The types of the package judge it.
import type { ChatCompletionCreateParamsStreaming } from 'openai/resources/chat/completions';

${record.join('\n\n')}

export const requests = [${record.map((_, at) => `request${at}`).join(', ')}];
`);
  ok('our server asks the same service, and both of its tools were called');
  return true;
}

/** The result of a tool is not what is judged, and it changes from day to day. */
function anonymous(request) {
  return { ...request, messages: request.messages.map(one => one.role === 'tool' ? { ...one, content: '{}' } : one) };
}

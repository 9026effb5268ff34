// A service with the API of OpenAI that knows one conversation: asked first it calls two tools at once, in pieces as the real one
// streams them, and told their results it says a sentence. It keeps the requests.
import { createServer } from 'node:http';

const CALLS = [
  { id: 'call_sum', name: 'get_time_tracking_summary', arguments: '{"date_range_days":14,"client_filter":null,"entry_type_filter":null,"min_duration_minutes":null,"group_by":"client","use_cache":null}' },
  { id: 'call_find', name: 'find_matter', arguments: '{"words":"a"}' },
];

function* pieces(body) {
  const told = body.messages.filter(message => message.role === 'tool').length;
  const delta = (delta, finish_reason = null) => ({ id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model: body.model, choices: [{ index: 0, delta, finish_reason }] });
  if (told >= CALLS.length) {
    yield delta({ role: 'assistant', content: 'That is ' });
    yield delta({ content: 'all.' });
    yield delta({}, 'stop');
  } else {
    yield delta({ role: 'assistant', content: null });
    for (const [index, call] of CALLS.entries()) {
      yield delta({ tool_calls: [{ index, id: call.id, type: 'function', function: { name: call.name, arguments: '' } }] });
      for (const piece of call.arguments.match(/.{1,20}/g)) yield delta({ tool_calls: [{ index, function: { arguments: piece } }] });
    }
    yield delta({}, 'tool_calls');
  }
  yield { ...delta({}), choices: [], usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 } };
}

export async function endpoint(port) {
  const requests = [];
  const service = createServer(async (asked, answered) => {
    let text = '';
    for await (const piece of asked) text += piece;
    const body = JSON.parse(text);
    requests.push(body);
    answered.writeHead(200, { 'Content-Type': 'text/event-stream' });
    for (const piece of pieces(body)) answered.write(`data: ${JSON.stringify(piece)}\n\n`);
    answered.end('data: [DONE]\n\n');
  });
  await new Promise((ready, failed) => service.once('error', failed).listen(port, '127.0.0.1', ready));
  return { url: `http://127.0.0.1:${port}/v1`, requests, close: () => service.closeAllConnections() || service.close() };
}

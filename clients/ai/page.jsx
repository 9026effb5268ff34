// A page as a program of others would have it: useChat of the AI SDK, with nothing of ours but the address and the person's token.
import { useChat } from '@ai-sdk/react';
import { DefaultChatTransport, isToolUIPart, getToolName, lastAssistantMessageIsCompleteWithApprovalResponses } from 'ai';
import { useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';

function Page() {
  const [token, setToken] = useState(null);
  return token ? <Talk token={token} /> : <SignIn done={setToken} />;
}

function SignIn({ done }) {
  async function send(event) {
    event.preventDefault();
    const { email, password } = Object.fromEntries(new FormData(event.target));
    const answer = await fetch('/api/auth/login', {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ email, password }),
    });
    if (answer.ok) done((await answer.json()).token);
  }
  return <form id="sign-in" onSubmit={send}><input name="email" /><input name="password" type="password" /><button>Sign in</button></form>;
}

function Talk({ token }) {
  const transport = useMemo(() => new DefaultChatTransport({ headers: { Authorization: `Bearer ${token}` } }), [token]);
  const { messages, sendMessage, status, error, addToolApprovalResponse } = useChat({
    transport, sendAutomaticallyWhen: lastAssistantMessageIsCompleteWithApprovalResponses,
  });
  const [statuses] = useState([]);
  if (statuses.at(-1) !== status) statuses.push(status);
  function send(event) {
    event.preventDefault();
    sendMessage({ text: event.target.words.value });
    event.target.reset();
  }
  return (
    <main data-status={status} data-statuses={statuses.join(' ')}>
      <p id="error">{error?.message}</p>
      {messages.map(message => (
        <article key={message.id} data-role={message.role} data-door={message.metadata?.door}>
          {message.parts.map((part, at) => part.type === 'text' ? <p key={at}>{part.text}</p> : isToolUIPart(part)
            ? <Tool key={at} part={part} decide={approved => addToolApprovalResponse({ id: part.approval.id, approved })} /> : null)}
        </article>))}
      <form id="say" onSubmit={send}><input name="words" /><button>Send</button></form>
    </main>);
}

function Tool({ part, decide }) {
  return (
    <section data-tool={getToolName(part)} data-state={part.state}>
      <code>{JSON.stringify(part.input)}</code>
      <output>{part.state === 'output-available' ? part.output.text : part.errorText}</output>
      {part.state === 'approval-requested' && <>
        <button onClick={() => decide(true)}>Approve</button><button onClick={() => decide(false)}>Decline</button></>}
    </section>);
}

createRoot(document.getElementById('root')).render(<Page />);

const page = process.env.PAGE ?? 'http://127.0.0.1:8787';
const { last } = await (await fetch(`${page}/api/messages`)).json();
const headers = { authorization: 'Bearer demo-token-for-local-use-only', 'content-type': 'application/json' };
const body = JSON.stringify({ push_message: 'Build failed: payment-api #129' });
await fetch(`${page}/push`, { method: 'POST', headers, body });
const answer = await fetch(`${page}/api/messages?since=${last}&text=payment-api&wait=30`);
const { messages, error } = await answer.json();
if (!answer.ok) throw new Error(error);
console.log(messages[0].text, messages[0].link);

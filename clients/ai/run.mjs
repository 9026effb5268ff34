// Drives the page in Chromium against a running server. Usage: run.mjs URL EMAIL PASSWORD; CHROMIUM names another browser.
import assert from 'node:assert/strict';
import { createServer, request } from 'node:http';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';

const [url, email, password] = process.argv.slice(2);
if (!password) {
  console.error('Usage: run.mjs URL EMAIL PASSWORD');
  process.exit(2);
}

const bundle = await build({
  entryPoints: ['page.jsx'], absWorkingDir: import.meta.dirname, bundle: true, write: false, format: 'esm', jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"' }, logLevel: 'error',
});
const said = []; // the bodies that the SDK sends

/** Serves the page, and passes the API on to the server as a development server does. */
const site = createServer((asked, answered) => {
  if (asked.url === '/') return answered.setHeader('Content-Type', 'text/html').end('<!doctype html><div id=root></div><script type=module src=/page.js></script>');
  if (asked.url === '/page.js') return answered.setHeader('Content-Type', 'text/javascript').end(bundle.outputFiles[0].text);
  if (!asked.url.startsWith('/api/')) return answered.writeHead(404).end();
  const passed = request(new URL(asked.url, url), { method: asked.method, headers: asked.headers }, answer => {
    answered.writeHead(answer.statusCode, answer.headers);
    answer.pipe(answered);
  });
  passed.on('error', () => answered.destroy());
  const pieces = [];
  asked.on('data', piece => pieces.push(piece));
  asked.on('end', () => { if (asked.url === '/api/chat') said.push(JSON.parse(Buffer.concat(pieces))); });
  asked.pipe(passed);
});
await new Promise(ready => site.listen(0, '127.0.0.1', ready));

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
});
const step = async (name, work) => { await work(); console.log(`ok  ${name}`); };
try {
  const page = await browser.newPage();
  page.setDefaultTimeout(60_000);
  const complaints = [];
  page.on('pageerror', error => complaints.push(error.message));
  await page.goto(`http://127.0.0.1:${site.address().port}/`);
  const say = async words => { await page.fill('[name=words]', words); await page.press('[name=words]', 'Enter'); };
  const ready = () => page.waitForSelector('main[data-status=ready]');
  const tool = (name, state) => page.waitForSelector(`[data-tool=${name}][data-state=${state}]`);

  await step('signs in', async () => {
    await page.fill('[name=email]', email);
    await page.fill('[name=password]', password);
    await page.click('#sign-in button');
    await page.waitForSelector('#say');
  });
  await step('hears a streamed answer with a tool and its result', async () => {
    await say('How many hours last week by client?');
    const card = await tool('get_time_tracking_summary', 'output-available');
    await ready();
    assert.match(await card.textContent(), /"group_by":"client".*hours approved/);
    assert.match(await page.getAttribute('main', 'data-statuses'), /submitted streaming ready$/);
    assert.match(await page.getAttribute('[data-role=assistant]', 'data-door'), /^(plain|chat)$/);
  });
  await step('declines what waits, by addToolApprovalResponse', async () => {
    await say('Round up to 6 minutes');
    await tool('configure_time_tracking', 'approval-requested');
    await ready();
    await page.getByRole('button', { name: 'Decline' }).click();
    await tool('configure_time_tracking', 'output-denied');
    await ready();
  });
  await step('approves what waits, which is then done', async () => {
    await say('Show my settings');
    const before = await page.waitForSelector('[data-tool=configure_time_tracking][data-state=output-available] output');
    await ready();
    assert.ok(await before.textContent());
    await say('Find matter a');
    await tool('find_matter', 'output-available');
    await ready();
    await say('Set the minimum to 12 minutes');
    await tool('configure_time_tracking', 'approval-requested');
    await ready();
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.waitForFunction(() => document.querySelectorAll('[data-tool=configure_time_tracking][data-state=output-available]').length === 2);
    await ready();
    assert.equal(said.at(-1).messages.at(-1).role, 'assistant', 'the SDK sends the approval in the last message');
  });
  await step('shows no error and no uncaught exception', async () => {
    assert.equal(await page.textContent('#error'), '');
    assert.deepEqual(complaints, []);
  });
} finally {
  await browser.close();
  site.closeAllConnections();
  site.close();
}

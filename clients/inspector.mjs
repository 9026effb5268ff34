// The MCP Inspector of the protocol's authors, on its command line: over HTTP with a token, and over standard input and output.
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const PACKAGE = createRequire(import.meta.url).resolve('@modelcontextprotocol/inspector/package.json');
const TOOLS = 9;
const FIND = ['tools/call', ['--tool-name', 'find_matter', '--tool-arg', 'words=lease'], (said) => Array.isArray(said.structuredContent.matters)];

export async function* inspector(server) {
    const asked = [
        ['tools/list', [], (said) => said.tools.length === TOOLS],
        FIND,
        ['tools/call', ['--tool-name', 'start_timer'], (said) => said.structuredContent.waiting_call_id],
        ['resources/list', [], (said) => said.resources.length === 2],
        ['resources/templates/list', [], (said) => said.resourceTemplates.length === 1],
        ['resources/read', ['--uri', 'tenth://timesheet/last-week'], (said) => said.contents[0].text.includes('entries')],
        ['prompts/list', [], (said) => said.prompts.length === 3],
        ['prompts/get', ['--prompt-name', 'review_week'], (said) => said.messages.length === 1],
    ];
    for (const [method, options, fits] of asked) {
        yield { what: named(method, options), ...(await tried(overHttp(server), method, options, fits)) };
    }
    const [method, options, fits] = FIND;
    yield { what: `${named(method, options)} by tenth mcp`, ...(await tried(byTheCommand(server), method, options, fits)) };
}

const named = (method, options) => [method, ...options.filter((option) => !option.startsWith('--'))].join(' ');

const overHttp = (server) => (asked) =>
    ['--cli', `${server.url}/mcp`, '--transport', 'http', '--header', `Authorization: Bearer ${server.token}`, ...asked];

const byTheCommand = (server) => (asked) =>
    ['--cli', '--transport', 'stdio', '-e', `TENTH_TOKEN=${server.token}`, '--connect-timeout', '60000', ...asked,
        '--', join(server.root, 'tenth'), 'mcp', '--url', server.url];

async function tried(way, method, options, fits) {
    const { status, out, err } = await run(way(['--method', method, ...options]));
    try {
        return status === 0 && fits(JSON.parse(out)) ? { outcome: 'ok' } : { outcome: 'failed', said: (err || out).slice(0, 500) };
    } catch (unexpected) {
        return { outcome: 'failed', said: `${unexpected.message}: ${(err || out).slice(0, 500)}` };
    }
}

function run(options) {
    const bin = join(dirname(PACKAGE), createRequire(import.meta.url)(PACKAGE).bin['mcp-inspector']);
    return new Promise((resolve) =>
        execFile(process.execPath, [bin, ...options], { timeout: 120_000 }, (failure, out, err) =>
            resolve({ status: failure ? (failure.code ?? 1) : 0, out, err }),
        ),
    );
}

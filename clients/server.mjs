// A server with the sample firm, in a folder of its own that is deleted at the end, and a personal token for it.
import { spawn } from 'node:child_process';
import { createServer, request } from 'node:http';
import { createServer as createSocket } from 'node:net';
import { join } from 'node:path';

const PATIENCE = 15 * 60_000;
const TAKEN = 'The server ended with 2.';
/** The model of the openai package's program, which answers while that runs. */
const MODEL = {
    OPENAI_BASE_URL: 'http://127.0.0.1:8133/v1',
    OPENAI_API_KEY: 'none',
    OPENAI_MODEL: 'recorded',
    OPENAI_NETWORK: 'inside',
};
const SCOPES = ['time:read', 'time:write', 'reports:read', 'clients:read', 'mail:read', 'mail:write'];

/** Another program may take the free port before the server does; then another is tried. */
export async function demo(root, tries = 3) {
    try {
        return await start(root);
    } catch (failure) {
        if (tries > 1 && failure.message === TAKEN) {
            return demo(root, tries - 1);
        }
        throw failure;
    }
}

async function start(root) {
    const port = await freePort();
    const program = spawn(join(root, 'tenth'), ['demo'], {
        env: { ...process.env, ...MODEL, API_PORT: String(port), RATE_LIMIT_READ: 'off', RATE_LIMIT_WRITE: 'off' },
        stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise((resolve) => program.once('exit', resolve));
    process.once('exit', () => program.kill('SIGTERM'));
    try {
        const said = await welcome(program);
        const url = said.match(/https?:\/\/\S+/)[0];
        const [email, password] = [/sign in as\s+(\S+)/, /password\s+(\S+)/].map((shown) => said.match(shown)[1]);
        const token = await personalToken(url, email, password);
        const open = await withToken(url, token);
        return {
            root,
            url,
            email,
            password,
            token,
            /** Where a program comes in that can show no token: it is put in on the way. */
            open: open.url,
            async close() {
                open.close();
                program.kill('SIGTERM');
                await ended;
            },
        };
    } catch (failure) {
        program.kill('SIGTERM');
        await ended;
        throw failure;
    }
}

function welcome(program) {
    return new Promise((resolve, reject) => {
        let said = '';
        const timer = setTimeout(() => reject(new Error('The server did not start in time.')), PATIENCE);
        program.once('exit', (status) => reject(new Error(`The server ended with ${status}.`)));
        program.stdout.on('data', (piece) => {
            said += piece;
            if (said.includes('Ctrl-C ends the demo')) {
                clearTimeout(timer);
                resolve(said);
            }
        });
    });
}

async function personalToken(url, email, password) {
    const signedIn = await post(`${url}/api/auth/login`, { email, password });
    const made = await post(
        `${url}/api/users/me/tokens`,
        { name: 'Clients', scopes: SCOPES, current_password: password },
        { Authorization: `Bearer ${signedIn.token}` },
    );
    return made.token;
}

async function post(url, body, headers = {}) {
    const answer = await fetch(url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: JSON.stringify(body),
    });
    if (!answer.ok) {
        throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
    }
    return answer.json();
}

/** Passes requests on as they are, Host and Origin too, with the token. */
async function withToken(url, token) {
    const target = new URL(url);
    const proxy = createServer((asked, answered) => {
        const passed = request(
            {
                host: target.hostname,
                port: target.port,
                method: asked.method,
                path: asked.url,
                headers: { ...asked.headers, ...own(asked.headers), authorization: `Bearer ${token}` },
            },
            (answer) => {
                answered.writeHead(answer.statusCode, answer.headers);
                answer.pipe(answered);
            },
        );
        passed.on('error', () => answered.destroy());
        asked.pipe(passed);
    });
    const port = await freePort();
    // What names the proxy means the server behind it; any other name is passed on as it is.
    const own = (headers) =>
        Object.fromEntries(
            ['host', 'origin'].filter((name) => headers[name]).map((name) => [name, headers[name].replace(`:${port}`, `:${target.port}`)]),
        );
    await new Promise((resolve) => proxy.listen(port, '127.0.0.1', resolve));
    return { url: `http://127.0.0.1:${port}`, close: () => proxy.closeAllConnections() || proxy.close() };
}

function freePort() {
    return new Promise((resolve) => {
        const socket = createSocket().listen(0, '127.0.0.1', () => {
            const { port } = socket.address();
            socket.close(() => resolve(port));
        });
    });
}

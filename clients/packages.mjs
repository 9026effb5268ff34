// Each folder that has a program of its own for a package: its lines "ok  what" are rows, and what it says else is why it failed.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Tries a server with the program of a folder beside this file. */
export const program = (folder) =>
    async function* (server) {
        const running = spawn(join(import.meta.dirname, folder, 'run'), [server.url, server.email, server.password], {
            env: { ...process.env, NODE: process.execPath },
            stdio: ['ignore', 'pipe', 'pipe'],
        });
        const complaint = [];
        createInterface({ input: running.stderr }).on('line', (line) => complaint.push(line));
        const ended = new Promise((resolve) => running.once('close', resolve));
        for await (const line of createInterface({ input: running.stdout })) {
            const [, sign, what] = line.match(/^(ok|--) {2}(.+)/) ?? [];
            if (what) {
                yield { what, outcome: sign === 'ok' ? 'ok' : 'not applicable' };
            }
        }
        const status = await ended;
        if (status !== 0) {
            yield { what: 'goes to its end', outcome: 'failed', said: complaint.find((line) => /error/i.test(line)) ?? `It ended with ${status}.` };
        }
    };

// Starts a server with the sample firm on a free port, has each program try it, and prints a table. Usage: run.mjs ROOT [NAME...]
import { demo } from './server.mjs';
import { conformance } from './conformance.mjs';
import { inspector } from './inspector.mjs';
import { program } from './packages.mjs';

/**
 * Each tries a server and yields rows {what, outcome: ok | failed | not applicable, said}. Others are added here.
 * The last has the server ask a model, which those before it do without.
 */
const PROGRAMS = { inspector, conformance, ai: program('ai'), openai: program('openai') };

const [root, ...chosen] = process.argv.slice(2);
const names = chosen.length ? chosen : Object.keys(PROGRAMS);
const unknown = names.filter((name) => !PROGRAMS[name]);
if (unknown.length) {
    console.error(`There is no ${unknown.join(', ')}; there are ${Object.keys(PROGRAMS).join(', ')}.`);
    process.exit(2);
}

const server = await demo(root);
const rows = [];
try {
    for (const name of names) {
        for await (const row of PROGRAMS[name](server)) {
            rows.push({ name, ...row });
            console.log(`${row.outcome.padEnd(14)} ${name.padEnd(12)} ${row.what}${row.said ? `\n${' '.repeat(28)}${row.said}` : ''}`);
        }
    }
} finally {
    await server.close();
}
const count = (outcome) => rows.filter((row) => row.outcome === outcome).length;
console.log(`\n${count('ok')} ok, ${count('failed')} failed, ${count('not applicable')} not applicable`);
process.exit(count('failed') || !rows.length ? 1 : 0);

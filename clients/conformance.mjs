// The public conformance suite of the protocol: what each revision requires of a server, on that revision's own wire.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const SUITE = dirname(require.resolve('@modelcontextprotocol/conformance/package.json'));
const REVISIONS = ['2026-07-28', '2025-11-25'];
/** What the suite has and no revision requires yet. */
const BEYOND = { '2026-07-28': ['http-header-validation'] };
const FINE = ['SUCCESS', 'SKIPPED', 'INFO', 'WARNING'];
const MANY = 3;

export async function* conformance(server) {
    const excused = JSON.parse(await readFile(new URL('not-applicable.json', import.meta.url), 'utf8'));
    for (const revision of REVISIONS) {
        for (const scenario of [...(await required(revision)), ...(BEYOND[revision] ?? [])]) {
            const what = `${revision} ${scenario}`;
            const reason = excused.scenarios[what] ?? excused.scenarios[scenario];
            if (reason) {
                yield { what, outcome: 'not applicable', said: excused.reasons[reason] ?? reason };
            } else {
                yield* checked(what, await run(server, revision, scenario), excused.checks, scenario);
            }
        }
    }
}

function* checked(what, checks, excused, scenario) {
    const misses = checks.filter((check) => !FINE.includes(check.status));
    const untestable = misses.filter((check) => excused[`${scenario}:${check.id}`]);
    const failed = misses.filter((check) => !untestable.includes(check));
    const passed = checks.filter((check) => check.status === 'SUCCESS').length;
    const warnings = checks.filter((check) => check.status === 'WARNING').map((check) => `warning of ${told(check)}`);
    yield passed && !failed.length
        ? { what, outcome: 'ok', said: [...(passed > MANY ? [`${passed} checks`] : []), ...warnings].join(' | ') }
        : { what, outcome: 'failed', said: [...failed.map(told), ...warnings].join(' | ') || 'no check has passed' };
    for (const check of untestable) {
        yield { what: `${what}: ${check.id}`, outcome: 'not applicable', said: excused[`${scenario}:${check.id}`] };
    }
}

const told = (check) => `${check.id}: ${check.errorMessage ?? check.details?.message ?? check.description}`;

/** The scenarios that a revision requires of a server, as the suite lists them. */
async function required(revision) {
    const text = await readFile(join(SUITE, 'requirements', `${revision}.yaml`), 'utf8');
    const section = text.match(/^server:\n((?: {2}- .*\n)+)/m)[1];
    return section.trim().split('\n').map((line) => line.replace(/^\s*- /, ''));
}

async function run(server, revision, scenario) {
    const folder = await mkdtemp(join(tmpdir(), 'tenth-conformance-'));
    try {
        await new Promise((resolve) =>
            execFile(
                process.execPath,
                [join(SUITE, 'dist', 'index.js'), 'server', '--url', `${server.open}/mcp`, '--scenario', scenario, '--spec-version', revision, '-o', folder],
                { timeout: 120_000 },
                resolve,
            ),
        );
        const files = await readdir(folder, { recursive: true });
        const found = files.find((file) => file.endsWith('checks.json'));
        return found ? JSON.parse(await readFile(join(folder, found), 'utf8')) : [];
    } finally {
        await rm(folder, { recursive: true });
    }
}

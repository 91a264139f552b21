import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { localServer } from '../store/fetch/localServer.ts';
import { makeFolder, runTacit } from './runTacit.ts';

const inside = makeFolder({ 'a/note.txt': '', 'b/note.txt': '', 'c/note.txt': '' });
const ZIP = Buffer.from('PK\x03\x04 made up');

afterEach(() => vi.unstubAllEnvs());

describe('tacit fetch', () => {
  it('fetches a release of UCDP and says what comes next', async () => {
    const { base, seen } = await localServer((_, response) => response.end(ZIP));
    const args = ['fetch', 'ucdp', '--release', '24.1', '--into', inside('a'), '--base', base];
    const { code, out, error } = await runTacit(...args);
    expect([code, error, seen[0]?.url]).toEqual([0, '', '/downloads/ged/ged241-csv.zip']);
    expect(out).toMatch(/ged241-csv\.zip: 0\.0 MB\nNext: tacit import .*ged241-csv\.zip --into DIR\n$/);
    expect((await runTacit(...args)).out).toMatch(/was there already/);
    expect(seen).toHaveLength(1);
  });

  it('fetches days of GDELT, names those without a file, and fails where one is damaged', async () => {
    const sum = createHash('md5').update(ZIP).digest('hex');
    const list = `${sum}  20240101.export.CSV.zip\n${'0'.repeat(32)}  20240103.export.CSV.zip\n`;
    const { base } = await localServer((request, response) =>
      response.end(request.url?.endsWith('md5sums') ? list : ZIP),
    );
    const { code, out, error } = await runTacit(
      ...[
        'fetch',
        'gdelt',
        '--from',
        '2024-01-01',
        '--to',
        '2024-01-04',
        '--into',
        inside('b'),
        '--base',
        base,
      ],
      '--json',
    );
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({
      files: [{ state: 'fetched', bytes: ZIP.length }],
      absentDays: '2024-01-02, 2024-01-04',
      faults: [{ name: '20240103.export.CSV.zip' }],
    });
    expect(error).toMatch(/20240103\.export\.CSV\.zip: .*checksum/);
    expect(readdirSync(inside('b')).sort()).toEqual(['20240101.export.CSV.zip', 'note.txt']);
  });

  it('sends the password of ACLED to ACLED only', async () => {
    vi.stubEnv('TACIT_ACLED_EMAIL', 'a@b.org');
    vi.stubEnv('TACIT_ACLED_PASSWORD', 'secret');
    const span = ['--from', '2024-01-01', '--to', '2024-01-02', '--into', inside('c')];
    const { code, error } = await runTacit('fetch', 'acled', ...span, '--base', 'https://example.org');
    expect([code, error]).toEqual([2, expect.stringMatching(/to ACLED only/)]);
    const { base } = await localServer((request, response) => {
      const more = 'event_id_cnty,event_date\nA1,2024-01-01\n';
      if (request.method === 'POST') response.end('{"access_token":"t"}');
      else response.end(request.url?.includes('page=1') ? more : '');
    });
    const ran = await runTacit('fetch', 'acled', ...span, '--country', 'Côte d’Ivoire', '--base', base);
    expect([ran.code, ran.error]).toEqual([0, '']);
    expect(existsSync(inside('c/acled_2024-01-01_2024-01-02_c-te-d-ivoire.csv'))).toBe(true);
    expect(ran.out).not.toMatch(/secret/);
  });

  it.each<[readonly string[], RegExp]>([
    [['nowhere', '--into', '.'], /Nothing is fetched from nowhere\. Sources: ucdp, gdelt, acled\./],
    [['ucdp', '--into', 'no/such/folder'], /There is no folder no\/such\/folder/],
    [['ucdp', '--into', '.', '--release', 'newest'], /newest is no release of UCDP/],
    [['ucdp', '--into', '.', '--base', 'here'], /here is no address/],
    [['ucdp', '--into', '.', '--base', 'http://example.org'], /not reached by https/],
    [['gdelt', '--into', '.'], /Say which days/],
    [['gdelt', '--into', '.', '--from', '2024-01', '--to', '2024-01-02'], /2024-01 is not a day/],
    [['gdelt', '--into', '.', '--from', '2024-01-03', '--to', '2024-01-02'], /lies before the first/],
    [['acled', '--into', '.', '--from', '2024-01-01', '--to', '2024-01-02'], /ACLED asks who you are/],
  ])('says what is wrong with %j', async (args, message) => {
    vi.stubEnv('TACIT_ACLED_EMAIL', '');
    const { code, out, error } = await runTacit('fetch', ...args);
    expect([code, out, error]).toEqual([2, '', expect.stringMatching(message)]);
  });
});

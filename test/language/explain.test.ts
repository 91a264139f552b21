import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { explain, format, parse, type Theatre } from '../../src/language/index.ts';
import { theatreOf } from './theatreText.ts';

const HEAD = `tacit 1
theatre "Explained"
record "events.csv"
  covers 2017-01-01 to 2024-12-31
actor US
actor IS
source Cradle published 2024-05
source Undated
`;

function explainText(text: string, files: ReadonlyMap<string, string> = new Map()): string {
  return format(explain(parse(text).document, theatreOf(text, files), { files }));
}

/** What the Theatre says, without where it stands and without whether it was filled in. */
function meaning(theatre: Theatre): unknown {
  return JSON.parse(
    JSON.stringify(theatre, (key, value: unknown) => (key === 'at' || key === 'default' ? undefined : value)),
  );
}

describe('explain', () => {
  it('writes every default out', () => {
    const text = `${HEAD}claim Answered by Cradle
  when US strikes IS then IS attacks US within 14 days
claim Stated by Cradle
  when US strikes IS then IS attacks US within 14 days
  until 2023-12-31
claim Unknown by Undated
  US strikes IS on 2020-01-03
claim Purpose by Cradle
  untestable intent "the aim was to cut the road"
assume smallest answer 0.3
`;
    expect(explainText(text)).toBe(`tacit 1
theatre "Explained"
record "events.csv"
  covers 2017-01-01 to 2024-12-31
  direction as told
  duplicates apart
actor US
actor IS
source Cradle published 2024-05
source Undated
claim Answered by Cradle
  when US strikes IS then IS attacks US within 14 days
  until 2024-05-31
claim Stated by Cradle
  when US strikes IS then IS attacks US within 14 days
  until 2023-12-31
claim Unknown by Undated
  US strikes IS on 2020-01-03
claim Purpose by Cradle
  untestable intent "the aim was to cut the road"
assume smallest answer 0.3
assume delay geometric
assume smallest change 20 percent
assume calm 7 days
`);
  });

  it('leaves what is stated alone and is stable', () => {
    const explained = explainText(`${HEAD}claim Answered by Cradle\n  US strikes IS on 2020-01-03\n`);
    expect(explainText(explained)).toBe(explained);
    const theatre = theatreOf(explained);
    expect(JSON.stringify(theatre)).not.toContain('"default":true');
  });

  it('marks what it filled in', () => {
    const text = `${HEAD}claim Answered by Cradle\n  US strikes IS on 2020-01-03\n`;
    const document = explain(parse(text).document, theatreOf(text));
    const filled = JSON.stringify(document).match(/"default":true/g) ?? [];
    expect(filled).toHaveLength(7);
  });

  it('keeps comments and writes a missing first line', () => {
    const text = `theatre "No version"\n// who\nactor US // behind\nrecord "a.csv"\n`;
    expect(explainText(text)).toBe(
      'tacit 1\ntheatre "No version"\n// who\nactor US  // behind\nrecord "a.csv"\n  direction as told\n  duplicates apart\n' +
        'assume delay geometric\nassume smallest answer 0.1\nassume smallest change 20 percent\nassume calm 7 days\n',
    );
  });

  it('writes out what used files declare', () => {
    const files = new Map([
      ['actors.tacit', 'tacit 1\ntheatre "A"\n// not this\nactor Iran // nor this\nact raid of ambush\n'],
    ]);
    const text = `tacit 1
theatre "Uses"
// first
use "actors.tacit"
record "events.csv"
source Cradle published 2024-05-14
claim Raids by Cradle // one
  Iran raids on 2020-01-03
`;
    const explained = explainText(text, files);
    expect(explained).not.toContain('use ');
    expect(explained).toContain('// first\nactor Iran\nact raid of ambush\n');
    expect(meaning(theatreOf(explained))).toEqual(meaning(theatreOf(text, files)));
  });
});

describe('an explained theatre means the same', () => {
  const files = new Map([
    ['exercises.csv', 'first,last\n2017-03-01,2017-04-30\n2018-04-01,2018-05-31\n'],
    ['table.csv', 'first,last\n2018-03-01,2018-03-30\n'],
    ['recommitments.csv', 'first,last\n2016-09-01,2016-09-15\n2017-06-24,2017-08-31\n'],
  ]);
  const folder = '../shared/theatres';
  const shared = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.tacit')) : [];
  const theatres = [
    'test/language/everything.tacit',
    ...readdirSync('examples').map((name) => `examples/${name}/theatre.tacit`),
    ...shared.map((name) => `${folder}/${name}`),
  ].filter((path) => existsSync(path));

  it.skipIf(shared.length === 0)('../shared/theatres is there', () =>
    expect(shared.length).toBeGreaterThan(2),
  );

  it.each(theatres)('%s', (path) => {
    const text = readFileSync(path, 'utf8');
    const explained = explainText(text, files);
    expect(explained).not.toBe(text);
    expect(meaning(theatreOf(explained, files))).toEqual(meaning(theatreOf(text, files)));
    expect(explainText(explained, files)).toBe(explained);
  });
});

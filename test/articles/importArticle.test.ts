import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { importArticle } from '../../src/articles/index.ts';
import { formatDay, readWrittenDate } from '../../src/calendar/index.ts';
import type { Article } from '../../src/reader/index.ts';
import { encode, makeDocx, makePdf, makeZip, PROSE } from './madeFiles.ts';

async function read(bytes: Uint8Array, name: string): Promise<Article> {
  const outcome = await importArticle(bytes, name);
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.value;
}

async function refusal(bytes: Uint8Array, name: string): Promise<string> {
  const outcome = await importArticle(bytes, name);
  return outcome.ok ? 'it was read' : outcome.message;
}

const paragraphsOf = ({ raw, paragraphs }: Article) =>
  paragraphs.map(({ start, end }) => raw.slice(start, end));
const titleOf = ({ raw, title }: Article) => title && raw.slice(title.start, title.end);
const text = `A crossing between two towns\n\nBy Ada Example, The Example Post, May 14, 2024\n\n${PROSE.join('\n\n')}\n`;

describe('plain text', () => {
  it('gives title, byline, day and paragraphs', async () => {
    const article = await read(encode(text), '/somewhere/else/a.txt');
    expect(article.file).toBe('a.txt');
    expect(titleOf(article)).toBe('A crossing between two towns');
    expect(article.publisher).toBe('The Example Post');
    expect(article.published && formatDay(article.published)).toBe('2024-05-14');
    expect(paragraphsOf(article)).toEqual(PROSE);
  });

  it('takes the day a person gives before the one in the text', async () => {
    const published = readWrittenDate('2023-01-02')?.first ?? null;
    const outcome = await importArticle(encode(text), 'a.txt', { published });
    expect(outcome).toMatchObject({ ok: true, value: { published } });
  });

  it.each([
    ['UTF-8 with its mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)])],
    ['UTF-16 with its mark', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])],
    [
      'UTF-16, high byte first',
      Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()]),
    ],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le')],
    ['Windows line ends', Buffer.from(text.replaceAll('\n', '\r\n'))],
  ])('is read in %s', async (_, bytes) => {
    const article = await read(new Uint8Array(bytes), 'a.txt');
    expect(titleOf(article)).toBe('A crossing between two towns');
    expect(paragraphsOf(article)).toEqual(PROSE);
  });

  it('reads Windows-1252 quotation marks and dashes', async () => {
    const bytes = Buffer.from(
      `${PROSE.join('\n\n')}\n\nThe road \x96 once \x93safe\x94 \x96 is closed; it\x92s the third time.`,
      'latin1',
    );
    const article = await read(new Uint8Array(bytes), 'a.txt');
    expect(paragraphsOf(article).at(-1)).toBe('The road – once “safe” – is closed; it’s the third time.');
    expect(article.text.slice(-20)).toBe("it's the third time.");
  });
});

describe('a web page', () => {
  const page = (head: string, body: string) =>
    encode(
      `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`,
    );
  const prose = PROSE.map((paragraph) => `<p>${paragraph}</p>`).join('');

  it('gives what it says about itself and leaves its surroundings out', async () => {
    const linked = {
      '@type': 'NewsArticle',
      headline: 'A crossing',
      datePublished: '2024-05-14T22:10:00+02:00',
      publisher: { name: 'The Example Post' },
    };
    const article = await read(
      page(
        `<title>A crossing between two towns | The Example Post</title><script type="application/ld+json">${JSON.stringify(linked)}</script>`,
        `<nav><a href="/">Home</a><a href="/world">World</a></nav><article><h1>A crossing between two towns</h1>${prose}<h2>A second crossing</h2>${prose}</article><footer>Footer words</footer>`,
      ),
      'page.html',
    );
    expect(titleOf(article)).toBe('A crossing between two towns');
    expect(article.publisher).toBe('The Example Post');
    expect(article.published && formatDay(article.published)).toBe('2024-05-14');
    expect(paragraphsOf(article)).toEqual([...PROSE, ...PROSE]);
    expect(article.headings.map(({ start, end }) => article.raw.slice(start, end))).toEqual([
      'A second crossing',
    ]);
    expect(article.raw).not.toMatch(/Footer|World/);
  });

  it('is read whole where readability finds nothing', async () => {
    const article = await read(
      page('', PROSE.map((paragraph) => `${paragraph}<br><br>`).join('\n')),
      'old.htm',
    );
    expect(paragraphsOf(article)).toEqual(PROSE);
  });

  it.each(['2024-02-31', '0001-01-01', 'soon', '9999-99-99'])('does not believe the date %s', async (day) => {
    const article = await read(
      page(`<meta property="article:published_time" content="${day}">`, `<article>${prose}</article>`),
      'page.html',
    );
    expect(article.published).toBeNull();
  });

  it('runs nothing and loads nothing', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end('document.body.innerHTML = "";');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const base = `http://127.0.0.1:${port}`;
    const bad = `<script>document.body.textContent = 'changed by a script';</script><script src="${base}/a.js"></script><img src="${base}/b.png" onerror="document.title='x'"><link rel="stylesheet" href="${base}/c.css"><iframe src="${base}/d.html"></iframe><object data="${base}/e"></object>`;
    const article = await read(page(bad, `<article>${bad}${prose}</article>`), 'page.html');
    server.close();
    expect(asked).toEqual([]);
    expect(paragraphsOf(article)).toEqual(PROSE);
  });

  it('built to break its reader is answered, and the next file is read', async () => {
    const deep = await refusal(page('', `${'<div>'.repeat(30_000)}${prose}`), 'deep.html');
    expect(deep).toMatch(/deep\.html nests its elements deeper/);
    const broken = await importArticle(
      page('<script type="application/ld+json">{"@graph":', `<p>${'<b '.repeat(20_000)}`),
      'broken.html',
    );
    expect(broken.ok).toBe(false);
    expect(paragraphsOf(await read(page('', `<article>${prose}</article>`), 'next.html'))).toEqual(PROSE);
  });

  it('behind a paywall is told as such', async () => {
    const message = await refusal(
      page(
        '<title>A crossing between two towns</title>',
        `<article><h1>A crossing</h1><p>${PROSE[0]}</p><p>Subscribe to continue reading this article.</p></article>`,
      ),
      'locked.html',
    );
    expect(message).toMatch(/locked\.html.*paywall.*subscription/);
  });

  it('that loads its text by script is told as such', async () => {
    expect(
      await refusal(
        page('<title>News</title>', '<div id="root"></div><script src="app.js"></script>'),
        'app.html',
      ),
    ).toMatch(/hardly any running text \(1 word\).*script/);
  });
});

describe('a PDF', () => {
  const lines = (paragraph: string): string[] =>
    paragraph.match(/.{1,58}(?:\s|$)/g)?.map((line) => line.trim()) ?? [];

  it('gives paragraphs without running heads and page numbers', async () => {
    const pages = Array.from({ length: 4 }, () => [
      ...PROSE.flatMap((paragraph) => [...lines(paragraph), '']),
    ]);
    const article = await read(await makePdf(pages, 'The Example Post, May 2024'), 'a.pdf');
    expect(paragraphsOf(article)).toEqual([...PROSE, ...PROSE, ...PROSE, ...PROSE]);
  });

  it('mends words at line ends and sentences across pages', async () => {
    const pages = [
      [
        'The group has long been described as Iran-',
        'backed by officials, and its commu-',
        'nications were cut in the spring of 2023 when the line',
        'was closed by the army of the neighbouring country and',
      ],
      ['the traders had to wait for the road to be opened again.'],
    ];
    const article = await read(await makePdf(pages), 'a.pdf');
    expect(paragraphsOf(article)).toEqual([
      'The group has long been described as Iran-backed by officials, and its communications were cut in the spring of 2023 when the line was closed by the army of the neighbouring country and the traders had to wait for the road to be opened again.',
    ]);
  });

  it('of two hundred pages is read', async () => {
    const page = PROSE.flatMap((paragraph) => [...lines(paragraph), '']);
    const article = await read(
      await makePdf(
        Array.from({ length: 200 }, () => page),
        'A long report',
      ),
      'long.pdf',
    );
    expect(article.paragraphs).toHaveLength(200 * PROSE.length);
  });

  it('reads a PDF as it comes from a disk, in a Buffer', async () => {
    const article = await read(Buffer.from(await makePdf([PROSE, PROSE])), 'disk.pdf');
    expect(article.paragraphs.length).toBeGreaterThan(0);
  });

  it('without text is told to be a scan', async () => {
    expect(await refusal(await makePdf([[], [], []]), 'scan.pdf')).toMatch(
      /scan\.pdf has 3 pages without text.*recognition/,
    );
  });

  it('locked with a password is told as such', async () => {
    // The standard handler, its two keys made up: no password is right.
    const key = `<${'5a'.repeat(32)}>`;
    const pdf = `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n4 0 obj<</Filter/Standard/V 1/R 2/P -44/O ${key}/U ${key}>>endobj\ntrailer<</Root 1 0 R/Encrypt 4 0 R/ID[<01><01>]/Size 5>>\n`;
    expect(await refusal(encode(pdf), 'locked.pdf')).toMatch(/locked\.pdf is locked with a password/);
  });

  it('that is damaged is told as such', async () => {
    const whole = await makePdf([PROSE]);
    expect(await refusal(whole.slice(0, 60), 'cut.pdf')).toMatch(/cut\.pdf looks like a PDF, but is damaged/);
  });
});

describe('a Word document', () => {
  it('gives its paragraphs', async () => {
    const article = await read(await makeDocx(['A crossing between two towns', ...PROSE]), 'a.docx');
    expect(titleOf(article)).toBe('A crossing between two towns');
    expect(paragraphsOf(article)).toEqual(PROSE);
  });

  it('that unpacks beyond all measure is not unpacked', async () => {
    const docx = await makeDocx(PROSE, { 'word/media/image1.bin': Buffer.alloc(80 * 1024 ** 2) });
    expect(docx.length).toBeLessThan(1024 ** 2);
    expect(await refusal(docx, 'bomb.docx')).toMatch(/bomb\.docx unpacks to more than 64 MB/);
  });

  it('is told from another archive and from a damaged one', async () => {
    expect(await refusal(await makeZip({ 'a.txt': 'words' }), 'a.docx')).toMatch(
      /zip archive without a Word document/,
    );
    const docx = await makeDocx(PROSE);
    expect(await refusal(docx.slice(0, 200), 'b.docx')).toMatch(/damaged/);
  });
});

describe('what is no article gets one clear answer', () => {
  it.each([
    ['empty', new Uint8Array(), /a\.txt is empty/],
    ['only white space', encode(' \n\n\t '), /a\.txt is empty/],
    ['binary', new Uint8Array(4000).map((_, index) => (index * 7919) % 251), /binary data/],
    ['NULs', new Uint8Array(4000), /binary data/],
    ['rich text', encode('{\\rtf1 some words}'), /rich text/],
    [
      'an old Word document',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      /old office document/,
    ],
    ['too long', encode('The road was closed again for eleven days. '.repeat(50_000)), /2000000/],
  ])('%s', async (_, bytes, message) => {
    expect(await refusal(bytes, 'a.txt')).toMatch(message);
  });

  it.each([
    [
      'French',
      'Les deux gouvernements ont convenu en mars de rouvrir le point de passage, et les commerçants des deux côtés ont déclaré que les premiers camions étaient passés une semaine après cette annonce attendue depuis longtemps.',
    ],
    [
      'Arabic',
      'اتفقت الحكومتان في شهر مارس على إعادة فتح المعبر، وقال التجار على الجانبين إن الشاحنات الأولى مرت خلال أسبوع من الإعلان، بينما وصف المسؤولون في البلدة الحدودية هذا الترتيب بأنه مؤقت لأن المجموعة المسلحة لم تشارك.',
    ],
    [
      'Russian',
      'Два правительства договорились в марте вновь открыть пункт пропуска, и торговцы с обеих сторон сообщили, что первые грузовики прошли в течение недели после объявления, хотя вооружённая группа не участвовала.',
    ],
    [
      'Ukrainian',
      'Два уряди домовилися в березні знову відкрити пункт пропуску, і торговці з обох боків повідомили, що перші вантажівки пройшли протягом тижня після оголошення, хоча озброєна група не брала участі у переговорах.',
    ],
  ])('an article in %s', async (language, words) => {
    expect(await refusal(encode(`${words}\n\n${words}`), 'a.txt')).toMatch(
      new RegExp(`a\\.txt is in ${language}; only English is read`),
    );
  });

  it('does not show folders or signs that hide in a name', async () => {
    expect(await refusal(new Uint8Array(), '/secret/place/a\u202etxt.exe')).toMatch(/^atxt\.exe is empty/);
  });
});

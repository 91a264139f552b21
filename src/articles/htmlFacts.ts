export interface HtmlFacts {
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly locked: boolean;
}

const DATE_NAMES = [
  'article:published_time',
  'og:published_time',
  'datePublished',
  'date',
  'pubdate',
  'publishdate',
  'publish-date',
  'dc.date',
  'dc.date.issued',
  'dcterms.created',
  'parsely-pub-date',
  'sailthru.date',
  'citation_publication_date',
  'article.published',
];
const LONGEST_NAME = 80;
const LONGEST_JSON = 500_000;

/** What a page says about itself, in JSON-LD, meta tags and time elements; what makes no sense is not believed. */
export function htmlFacts(document: Document): HtmlFacts {
  const linked = readLinked(document);
  const meta = (name: string): string | null => {
    for (const attribute of ['property', 'name', 'itemprop']) {
      const found = Array.from(document.querySelectorAll(`meta[${attribute}]`)).find(
        (tag) => tag.getAttribute(attribute)?.toLowerCase() === name.toLowerCase(),
      );
      const content = found?.getAttribute('content')?.trim();
      if (content) return content;
    }
    return null;
  };
  const heading =
    document.querySelectorAll('h1').length === 1
      ? saneName(document.querySelector('h1')?.textContent ?? null, 300)
      : null;
  const publisher =
    saneName(linked.publisher, LONGEST_NAME) ??
    saneName(meta('og:site_name'), LONGEST_NAME) ??
    saneName(meta('application-name'), LONGEST_NAME);
  const title =
    heading ??
    saneName(linked.headline, 300) ??
    saneName(meta('og:title'), 300) ??
    saneName(document.title, 300);
  const dates = [linked.published, ...DATE_NAMES.map(meta), timeOf(document)];
  return {
    title: title === null ? null : withoutSite(title, publisher),
    publisher,
    published: dates.map(saneDay).find((day) => day !== null) ?? null,
    locked: linked.locked,
  };
}

/** A time inside a comment or a list of other articles is not the day of this one. */
function timeOf(document: Document): string | null {
  const times = Array.from(document.querySelectorAll('time[datetime]')).filter(
    (time) => time.closest('aside, nav, footer, [class*="comment"], [class*="related"]') === null,
  );
  const marked = times.find(
    (time) =>
      time.hasAttribute('pubdate') ||
      /publish|posted|entry-date/i.test(`${time.className} ${time.getAttribute('itemprop') ?? ''}`),
  );
  return (
    (
      marked ??
      (times.length === 1
        ? times[0]
        : document.querySelector('article time[datetime], header time[datetime]'))
    )?.getAttribute('datetime') ?? null
  );
}

/** The day part of a date as pages write it, if there is such a day and the web could have it. */
function saneDay(written: string | null): string | null {
  const found = /^\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)/.exec(written ?? '');
  const [, year, month, day] = (found ?? []).map(Number) as [number?, number?, number?, number?];
  if (year === undefined || month === undefined || day === undefined || year < 1950 || year > 2100)
    return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

function saneName(name: string | null | undefined, longest: number): string | null {
  const text = (name ?? '').replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return text !== '' && text.length <= longest && /\p{L}/u.test(text) && !/[<>{}]|^https?:/.test(text)
    ? text
    : null;
}

/** "Title | The Paper" is the title. */
function withoutSite(title: string, publisher: string | null): string {
  const cut = /^(.{15,}?)\s+[|\u2013\u2014\u00b7-]\s+([^|\u2013\u2014]{2,60})$/.exec(title);
  return cut?.[1] &&
    (title.includes('|') || (publisher !== null && cut[2]?.toLowerCase().includes(publisher.toLowerCase())))
    ? cut[1]
    : title;
}

interface Linked {
  headline: string | null;
  publisher: string | null;
  published: string | null;
  locked: boolean;
}

function readLinked(document: Document): Linked {
  const linked: Linked = { headline: null, publisher: null, published: null, locked: false };
  for (const script of Array.from(document.querySelectorAll('script[type="application/ld+json"]')).slice(
    0,
    20,
  )) {
    const text = script.textContent ?? '';
    if (text.length > LONGEST_JSON) continue;
    try {
      visit(JSON.parse(text), linked, 0);
    } catch {
      // Broken data of a page is as good as none.
    }
  }
  return linked;
}

function visit(value: unknown, linked: Linked, depth: number): void {
  if (depth > 6 || value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) {
    for (const one of value.slice(0, 50)) visit(one, linked, depth + 1);
    return;
  }
  const fields = new Map(Object.entries(value));
  const type = [fields.get('@type')].flat().join(' ');
  if (/Article|BlogPosting|Report|NewsItem/.test(type)) {
    linked.headline ??= textOf(fields.get('headline'));
    linked.published ??= textOf(fields.get('datePublished'));
    linked.publisher ??= nameOf(fields.get('publisher'));
    const free = fields.get('isAccessibleForFree');
    if (free === false || /^false$/i.test(String(free))) linked.locked = true;
  }
  visit(fields.get('@graph'), linked, depth + 1);
  visit(fields.get('mainEntity'), linked, depth + 1);
}

function nameOf(value: unknown): string | null {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  return one !== null && typeof one === 'object'
    ? textOf(new Map(Object.entries(one)).get('name'))
    : textOf(one);
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

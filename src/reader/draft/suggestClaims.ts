import { formatDay } from '../../calendar/index.ts';
import type { ClaimKind, ClaimMention, NameMention } from '../article.ts';
import { findSlots, type Slots } from './claimSlots.ts';
import type { Alternative, Suggestion } from './draft.ts';
import type { Reading } from './findReading.ts';
import type { Naming } from './makeNaming.ts';
import type { Sources } from './makeSources.ts';
import { neutralText } from './neutralText.ts';
import { quoted } from './tacitText.ts';
import type { FormContext } from './formParts.ts';
import { keepUntested, writeForm } from './writeForm.ts';

const WORDS: Readonly<Record<ClaimKind, string>> = {
  rule: 'Answer',
  deterrence: 'Deterrence',
  trend: 'Trend',
  regime: 'NewRules',
  truce: 'Truce',
  control: 'Control',
  consent: 'Consent',
  spillover: 'SpillOver',
  forecast: 'Forecast',
  event: 'Event',
  count: 'Count',
  alliance: 'Alliance',
  support: 'Support',
  redline: 'RedLine',
  causal: 'Cause',
  intent: 'Intent',
  capability: 'Capability',
};

/** A suggestion with what joining several articles needs to know of it. */
export interface Suggested {
  readonly suggestion: Suggestion;
  /** The first form without its dates and numbers: two claims of one form say the same. */
  readonly form: string;
}

/** Turns the claims found in an article into suggestions: sentences of Tacit, the likeliest kind first. */
export function suggestClaims(
  reading: Reading,
  number: number,
  prefix: string,
  naming: Naming,
  sources: Sources,
): readonly Suggested[] {
  const { article } = reading;
  let rule: FormContext['rule'] = null;
  let truce: readonly [string, string | null] | null = null;
  return reading.claims.map((claim) => {
    const paragraph = article.sentences[claim.sentence]?.paragraph ?? null;
    const where = paragraph === null ? 'title' : `paragraph ${String(paragraph + 1)}`;
    const total = claim.kinds.reduce((sum, { weight }) => sum + weight, 0);
    const citing = sources.cited(claim.voice);
    const quotation = article.raw.slice(claim.start, claim.end);
    const slots = findSlots(reading, claim);
    const written = readingsOf(claim.kinds, (kind) =>
      formOf(reading, claim, slots, kind, naming, sources, rule, truce),
    );
    const alternatives = written.map(({ kind, weight, lines, missing }): Alternative => {
      const name = naming.free(
        `${prefix}${paragraph === null ? 'Title' : `P${String(paragraph + 1)}`}${WORDS[kind]}`,
      );
      const head = `claim ${name} by ${sources.own}${citing === null ? '' : ` citing ${citing}`} at "${where}" quote ${quoted(quotation)}`;
      return {
        kind,
        weight: total === 0 ? 1 : weight / total,
        tacit: [head, ...lines.map((line) => `  ${line}`)].join('\n'),
        missing,
      };
    });
    const line = written[0]?.lines[0] ?? '';
    const sides = /^truce between (\S+) and (\S+)/.exec(line);
    if (sides?.[1] !== undefined) truce = [sides[1], sides[2] ?? null];
    if (rule === null && line.startsWith('when ') && !line.includes('anyone')) {
      const name = /^claim (\S+)/.exec(alternatives[0]?.tacit ?? '')?.[1] ?? '';
      rule = { name, sides: line.match(/\p{Lu}[\p{L}\p{N}_]*/gu) ?? [] };
    }
    const [first] = alternatives;
    const sentence = article.sentences[claim.sentence] ?? claim;
    return {
      form: written[0]?.form ?? '',
      suggestion: {
        article: number,
        paragraph: paragraph === null ? null : paragraph + 1,
        start: claim.start,
        end: claim.end,
        quotation,
        name: /^claim (\S+)/.exec(first?.tacit ?? '')?.[1] ?? '',
        source: sources.own,
        citing,
        alternatives,
        hedged: claim.voice?.hedged ?? false,
        realis: reading.events.find(({ sentence: of }) => of === claim.sentence)?.realis ?? 'actual',
        sentence: { start: sentence.start, end: sentence.end },
        foundBy: 'rules',
        already: null,
        same: [],
      },
    };
  });
}

interface Written {
  readonly lines: readonly string[];
  readonly missing: readonly string[];
  readonly form: string;
}

interface ReadAs extends Written {
  readonly kind: ClaimKind;
  readonly weight: number;
}

/** A kind that is nearly as likely goes first where the likeliest has no sentence that the passage carries. */
const NEARLY = 0.75;
/** A second reading is offered where it is at least half as likely as the first. */
const HALF = 0.5;
const MOST_OPEN = 2;
/** Who tells how often something happens does not tell that it happened once. */
const PATTERN = /^(?:rule|trend|deterrence|regime|truce|count|forecast|consent)$/;
const KEPT =
  'no sentence of Tacit says this without adding to the passage: it is kept in its own words and not tested';

/** The sentences a passage may be, at most two: the likeliest that it carries, and a second that a reader may mean. */
function readingsOf(
  kinds: ClaimMention['kinds'],
  formOfKind: (kind: ClaimKind) => Written & { readonly carried: boolean },
): readonly ReadAs[] {
  const [likeliest] = kinds;
  if (!likeliest) return [];
  const tried = kinds.map((one) => ({ ...one, ...formOfKind(one.kind) }));
  const near = tried.filter(({ weight }) => weight >= NEARLY * likeliest.weight);
  const [own] = tried;
  const first = own?.carried ? own : (near.find(({ carried, lines }) => carried && isTestable(lines)) ?? own);
  if (!first) return [];
  const head = first.carried ? first : { ...first, missing: [KEPT] };
  const second = tried.find(
    (one) =>
      one !== first &&
      one.weight >= HALF * first.weight &&
      one.form !== first.form &&
      isMeant(one) &&
      !(one.kind === 'event' && PATTERN.test(first.kind)),
  );
  return second ? [head, second] : [head];
}

/** Whether somebody may mean this second reading: a sentence that could be tested, with few places open and its day told. */
function isMeant({ kind, lines, carried }: ReadAs & { readonly carried: boolean }): boolean {
  if (!carried || !isTestable(lines)) return false;
  const [line = ''] = lines;
  const open = (lines.join(' ').match(/\?/g) ?? []).length;
  return (
    open <= MOST_OPEN &&
    !(kind === 'event' && / on \?/.test(line)) &&
    !/^(?:expects (?:possible )?)?\?/.test(line)
  );
}

function isTestable([line = '']: readonly string[]): boolean {
  return !line.startsWith('untestable');
}

function formOf(
  reading: Reading,
  claim: ClaimMention,
  slots: Slots,
  kind: ClaimKind,
  naming: Naming,
  sources: Sources,
  rule: FormContext['rule'],
  earlierTruce: readonly [string, string | null] | null,
) {
  const { article } = reading;
  const missing: string[] = [];
  const actor = (mention: NameMention | null): string | null => {
    if (mention === null || !isParty(reading, mention)) return null;
    return naming.nameOf(mention, sources.own);
  };
  const context: FormContext = {
    slots,
    actor,
    called: (mention) => naming.lookUp(mention) ?? mention.entry?.id ?? 'a name no pack knows',
    place: (mention) => naming.nameOf(mention, sources.own),
    words: ({ start, end }) => article.text.slice(start, end),
    area: (places) => naming.areaOf(places.map((place) => naming.nameOf(place, sources.own))),
    missing,
    neutral: neutralOf(reading, claim),
    rule,
    earlierTruce,
    routes: slots.routes
      .filter(({ entry }) => entry !== null && entry.members.length > 1)
      .map((mention) => naming.nameOf(mention, sources.own)),
    published: article.published === null ? null : formatDay(article.published),
    period: (wanted, label, span) => {
      const name = naming.free(wanted);
      naming.declare({
        name,
        kind: 'period',
        tacit: `period ${name} ${quoted(label)} ${span} said by ${sources.own}`,
        written: [],
        origin: 'made',
      });
      return name;
    },
  };
  const carried = writeForm(kind, context);
  const lines = carried ?? keepUntested(kind, context);
  return {
    carried: carried !== null,
    lines,
    missing: [...new Set(missing)],
    form: lines.join(' ').replace(/\b\d{4}(?:-\d{2}){0,2}\b|\?/g, '·'),
  };
}

/** Half a sentence says little alone: a part that begins with a joint is told by its whole sentence. */
const PART =
  /^(?:and|but|which|who|by|with|aiming|partly|primarily|especially|specifically|because|in order|following|coinciding|not|as well)\b/i;

function neutralOf({ article, names }: Reading, claim: ClaimMention): string {
  const sentence = article.sentences[claim.sentence];
  const part = article.text.slice(claim.start, claim.end);
  const whole = sentence && PART.test(part) ? sentence : claim;
  return neutralText(article.text.slice(whole.start, whole.end), whole.start, names);
}

const FORCE = /^(ASSAULT|COERCE)$/;
/** "in Kashmir", "the Rajouri attack": a place that no pack knows. */
const PLACE_BEFORE = /\b(?:in|at|near|into|around|across|from|outside|inside|over|through)\s+(?:the\s+)?$/i;
const ACT_BEHIND =
  /^\s+(?:attacks?|strikes?|raids?|bombings?|massacres?|killings?|incidents?|clashes|battles?)\b/i;

/** Names that act; a name no pack knows only where it does an act of force: what such an act hits may as well be a town. */
function isParty({ acting, events, article }: Reading, mention: NameMention): boolean {
  const { entry, role, start, end } = mention;
  if (entry !== null) return role === 'actor' && (entry.kind === 'actor' || entry.kind === 'alliance');
  if (role === 'place' || !acting.includes(mention)) return false;
  const takesPart = events.some(({ eventClass, doer }) => FORCE.test(eventClass) && doer === mention);
  return (
    takesPart &&
    !PLACE_BEFORE.test(article.text.slice(Math.max(0, start - 16), start)) &&
    !ACT_BEHIND.test(article.text.slice(end, end + 16))
  );
}

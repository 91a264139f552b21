import type { NameMention } from '../article.ts';
import { nearBy, OPEN, pattern, type FormContext } from './formParts.ts';
import { placeOf } from './placeOf.ts';
import { tellsForce } from './tellsForce.ts';

const CONSENT =
  /\b(?:green[- ]light(?:s|ed)?|go-ahead|consent(?:s|ed)?|approv(?:al|e|es|ed)|permi(?:t|ts|tted|ssion)|blessing|authori[sz]\w+|nod|acquiescence|coordination|backing|allow(?:s|ed))\b/i;
const REACH = 40;
const STRIKES = /\b(?:air ?strikes?|strikes?|raids?|bomb\w*)\b/i;

/** `A strikes only during Consent`: who consents is not the one who acts. */
export function writeConsent(context: FormContext): readonly string[] | null {
  const { slots, actor, missing } = context;
  const words = CONSENT.exec(slots.text);
  if (!words || !tellsForce(slots.text)) return null;
  const at = slots.offset + words.index;
  const named = slots.mentions.filter((one) => actor(one) !== null);
  const consenting = consentsOf(named, at, slots.text, slots.offset);
  const others = named.filter((one) => consenting === null || actor(one) !== actor(consenting));
  const doing = others.find(({ end }) => end <= at) ?? null;
  const doer = actor(doing);
  if (doer === null && consenting === null) return null;
  if (doer === null)
    missing.push(`who acts: the passage does not say${nearBy(context, [actor(consenting)])}`);
  missing.push('when consent was given: a dated period');
  const where = placeOf(context);
  const gate = context.period('Consent', 'the time of consent, as the article has it', 'from ? to ?');
  return [
    `${pattern(doer ?? OPEN, STRIKES.test(slots.text) ? 'strikes' : 'attacks', null, where)} only during ${gate}`,
  ];
}

/** "the American green light", "Moscow gave its consent": the name nearest before the word. */
function consentsOf(
  named: readonly NameMention[],
  at: number,
  text: string,
  offset: number,
): NameMention | null {
  const before = named.filter(({ end }) => end <= at && at - end <= REACH);
  const nearest = before.at(-1) ?? null;
  if (nearest === null) return named.find(({ start }) => start > at && start - at <= REACH) ?? null;
  const between = text.slice(nearest.end - offset, at - offset);
  // "X cannot strike without approval": X asks for it.
  return /\b(?:without|needs?|need|requires?|seek|asks?|with|cannot|only)\b/i.test(between)
    ? (named.find(({ start }) => start > at && start - at <= REACH) ?? null)
    : nearest;
}

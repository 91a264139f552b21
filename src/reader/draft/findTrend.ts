import { FORCE_NOUN } from './tellsForce.ts';

/** What rises and falls as a number: "a missile that fell" is none. */
const NOUN = FORCE_NOUN.replace('|rockets?|missiles?|drones?', '');
const RISE = String.raw`(?:increas(?:e|es|ed|ing)|ris(?:e|es|en|ing)|rose|surg(?:e|es|ed|ing)|uptick|upsurge|spik(?:e|es|ed|ing)|intensif(?:y|ies|ied|ying)|escalat(?:e|es|ed|ing|ion)|step(?:s|ped|ping)? up|doubl(?:e|es|ed|ing)|tripl(?:e|es|ed|ing)|quadrupl(?:e|es|ed|ing)|more(?! than)(?: frequent(?:ly)?| often| intense)?|grow(?:s|n|ing)?|grew|expand(?:s|ed|ing)?|ramp(?:s|ed|ing)? up|multipl(?:y|ied)|accelerat(?:e|es|ed|ing)|soar(?:s|ed|ing)?|worsen(?:s|ed|ing)?)`;
const RISE_OF_ITSELF = String.raw`(?:${RISE}|jump(?:s|ed)?|climb(?:s|ed|ing)?|(?:been|was|were|remain(?:s|ed)?) high(?:er)?)`;
const FALL = String.raw`(?:decreas(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|drop(?! of)|reduc(?:e|es|ed|ing|tion)|dwindl(?:e|es|ed|ing)|fewer(?! than)|less(?! than)(?: frequent(?:ly)?| often| intense)?|halv(?:e|es|ed|ing)|diminish(?:es|ed|ing)?|retreat(?:s|ed|ing)? from|scal(?:e|es|ed|ing) (?:back|down)|(?:stop|stopped|ceased|halted|suspended|suspension of|paused) (?:its|their|all))`;
const FALL_OF_ITSELF = String.raw`(?:${FALL}|dropp(?:ed|ing)|drops|fell|fall(?:s|en|ing)?|subsid(?:e|es|ed|ing)|wan(?:e|es|ed|ing)|plummet(?:s|ed|ing)?|taper(?:s|ed|ing)?(?: off)?|eas(?:e|es|ed|ing)|slow(?:s|ed|ing)?(?: down)?|weaken(?:s|ed|ing)?|abat(?:e|es|ed|ing)|ebb(?:s|ed|ing)?|die(?:s|d) down|stop(?:s|ped)|ceas(?:es|ed)|halted|went from|(?:been|was|were|remain(?:s|ed)?) low(?:er)?)`;

/** "Attacks by X on Y in Z have increased": the act may carry its sides and its place, and no comma parts it. */
const BEFORE = String.raw`\b${NOUN}\b(?:[^\p{L}\p{N},;]+(?!that\b|which\b|who\b)[\p{L}\p{N}'’.]+){0,16}?[^\p{L}\p{N},;]+`;
/** "an increase in attacks", "stepped up its strikes". */
const BEHIND = String.raw`(?:[^\p{L}\p{N},;]+(?!that\b|which\b|who\b)[\p{L}\p{N}'’]+){0,5}?[^\p{L}\p{N},;]+${NOUN}\b`;

const FORMS = [
  { direction: 'rise' as const, behind: RISE_OF_ITSELF, before: RISE },
  { direction: 'fall' as const, behind: FALL_OF_ITSELF, before: FALL },
].flatMap(({ direction, behind, before }) => [
  { direction, pattern: new RegExp(`${BEFORE}${behind}\\b`, 'giu') },
  { direction, pattern: new RegExp(`\\b${before}${BEHIND}`, 'giu') },
]);
const CHANGE = new RegExp(`\\b(?:${RISE_OF_ITSELF}|${FALL_OF_ITSELF})\\b`, 'i');
/** "Fear of attacks has grown": not the attacks have. */
const OF_WHAT =
  /\b(?:fears?|risks?|threats?|dangers?|talks?|costs?|prices?|criticism|concerns?|support|calls?|funding|worry|worries|anxiety|anger)\s+(?:of|over|about|for|against)\s+(?:[\w'’-]+\s+){0,2}$/i;

export interface FoundTrend {
  readonly direction: 'rise' | 'fall';
  /** Where the words of the change stand in the passage. */
  readonly start: number;
  readonly end: number;
}

/** What the words say of acts of force: that they rise or fall. Null where something else rises, or nothing does. */
export function findTrend(text: string): FoundTrend | null {
  // The forms below try every act of a passage: most passages have no word of change at all.
  if (!CHANGE.test(text)) return null;
  const found = FORMS.flatMap(({ direction, pattern }) =>
    [...text.matchAll(pattern)]
      .filter(({ index }) => !isOnlySpokenOf(text.slice(0, index)))
      .map(({ index, 0: words }) => ({ direction, start: index, end: index + words.length })),
  );
  return found.sort((a, b) => a.start - b.start || a.end - b.end)[0] ?? null;
}

/** Whether the words before an act make it one that is feared, reported or paid for, rather than told. */
export function isOnlySpokenOf(before: string): boolean {
  return OF_WHAT.test(before);
}

/** ` by at least half`, ` by about 30 percent`, where the words give a size of the change. */
export function sizeOfTrend(text: string, direction: 'rise' | 'fall'): string {
  const by =
    /\bby\s+(?<bound>about|around|roughly|nearly|almost|some|more than|over|at least)?\s*(?:a\s+)?(?:(?<half>half)|(?<percent>\d{1,3}(?:\.\d+)?)\s*(?:percent|per cent|%))/i.exec(
      text,
    )?.groups;
  if (by) {
    const bound = /^(?:more than|over)$/i.test(by['bound'] ?? '') ? 'more than' : null;
    const about = /^(?:about|around|roughly|nearly|almost|some)$/i.test(by['bound'] ?? '');
    const size = by['half'] === undefined ? `${by['percent'] ?? ''} percent` : 'half';
    return ` by ${bound ?? (about || by['half'] === undefined ? 'about' : 'at least')} ${size}`;
  }
  if (direction === 'fall' && /\bhalv/i.test(text)) return ' by at least half';
  return direction === 'rise' && /\bdoubl(?:e|es|ed|ing)\b/i.test(text) ? ' by at least 100 percent' : '';
}

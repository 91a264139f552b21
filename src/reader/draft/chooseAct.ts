import type { EventMention } from '../article.ts';

const BY_CLASS: Readonly<Record<string, string>> = {
  ASSAULT: 'attacks',
  COERCE: 'arrests',
  MOBILIZE: 'deploys',
  THREATEN: 'threatens',
  SANCTION: 'punishes',
  PROTEST: 'protests',
  REJECT: 'refuses',
  REQUEST: 'demands',
  ACCUSE: 'accuses',
  AGREE: 'agrees',
  CONSULT: 'negotiates',
  SUPPORT: 'states',
  COOPERATE: 'helps',
  AID: 'helps',
  CONCEDE: 'concedes',
  RETREAT: 'withdraws',
};

const BY_WORDS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:assassinat\w+)\b/i, 'assassinates'],
  [/\b(?:kidnap\w*|abduct\w*|hostage)\b/i, 'abducts'],
  [
    /\b(?:captur\w+|seiz\w+|recaptur\w+|retook|retak\w+|liberat\w+|overr[au]n|advanc\w+|took over|eliminat\w+|oust\w+)\b/i,
    'advances',
  ],
  [
    /\b(?:air ?strikes?|air raids?|raids?|strikes?|struck|bomb(?:ed|ing|ard\w*)|warplanes?|jets|missile strikes?)\b/i,
    'strikes',
  ],
  [/\b(?:shell\w*|artillery)\b/i, 'shells'],
  [/\b(?:clash\w*|fighting|battles?|skirmish\w*|firefights?)\b/i, 'clashes'],
  [/\b(?:blockad\w+|curfew)\b/i, 'blocks'],
];

/** Acts against these are called attacks, whatever the words: what hits a base is no air strike by its name. */
const NON_STATE_MEANS =
  /\b(?:rocket|drone|mortar|roadside|suicide|militia|resistance|rebel|insurgent|group|cells?)\b/i;

/** The act of Tacit an event's words name best, in the plural or third person as sentences have it. */
export function chooseAct(event: EventMention | null, words: string): string {
  if (event && event.eventClass !== 'ASSAULT' && event.eventClass !== 'COERCE')
    return BY_CLASS[event.eventClass] ?? 'attacks';
  const chosen = BY_WORDS.find(([form]) => form.test(words))?.[1];
  if (chosen === 'strikes' && NON_STATE_MEANS.test(words) && !/\bair/i.test(words)) return 'attacks';
  return chosen ?? (event ? (BY_CLASS[event.eventClass] ?? 'attacks') : 'attacks');
}

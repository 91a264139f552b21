import type { EventMention, PackName } from '../article.ts';

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
  [/\b(?:kidnap\w*|abduct\w*|hostage)\b/i, 'abducts'],
  [
    /\b(?:captur\w+|seiz\w+|recaptur\w+|retook|retak\w+|liberat\w+|overr[au]n|advanc\w+|took over|eliminat\w+|oust\w+)\b/i,
    'advances',
  ],
  [
    /\b(?:air ?strikes?|air raids?|raids?|strikes?|struck|bomb(?:ed|ing|ard\w*)|warplanes?|jets|missile strikes?)\b/i,
    'strikes',
  ],
  [/\b(?:assassinat\w+)\b/i, 'assassinates'],
  [/\b(?:shell\w*|artillery)\b/i, 'shells'],
  [/\b(?:clash\w*|fighting|battles?|skirmish\w*|firefights?)\b/i, 'clashes'],
  [/\b(?:blockad\w+|curfew)\b/i, 'blocks'],
];

/** What states fly and fire, as against the arms of armed groups: "strikes" where the words say strike and a state acts. */
const SMALL_ARMS = /\b(?:rockets?|drones?|mortars?|roadside|suicide|improvised)\b/i;
const SEIZING = /\b(?:arrest\w*|detain\w*|imprison\w*|jail\w*|round(?:ed)? up|deport\w*)\b/i;

/** The act of Tacit an event's words name best, in the plural or third person as sentences have it. */
export function chooseAct(event: EventMention, words: string): string {
  if (event.eventClass === 'COERCE')
    return SEIZING.test(words) ? 'arrests' : (BY_WORDS.find(([form]) => form.test(words))?.[1] ?? 'attacks');
  if (event.eventClass !== 'ASSAULT') return BY_CLASS[event.eventClass] ?? 'attacks';
  const chosen = BY_WORDS.find(([form]) => form.test(words))?.[1] ?? 'attacks';
  const state = isState(event.doer?.entry ?? null);
  return chosen === 'strikes' && (SMALL_ARMS.test(words) || !state) ? 'attacks' : chosen;
}

/** A government has a territory; of a doer no pack knows, nothing is said. */
function isState(entry: PackName | null): boolean {
  return entry === null || entry.country !== null;
}

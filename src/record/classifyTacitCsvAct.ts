import { actClassifier, TACIT_CSV_ACTS } from './acts/index.ts';

/**
 * The event classes a reader may map a record's own codes onto. They are the words theatres use after `act … of`;
 * `test/model/actClasses.test.ts` holds them equal to the language's list.
 */
export const RECORD_ACT_CLASSES: readonly string[] = [
  'abduction',
  'accusation',
  'agreement',
  'aid',
  'airstrike',
  'ambush',
  'armed attack',
  'armed clash',
  'arrest',
  'artillery',
  'assassination',
  'blockade',
  'bomb',
  'ceasefire violation',
  'concession',
  'cooperation',
  'crowd control',
  'demand',
  'deployment',
  'drone strike',
  'grenade',
  'ground attack',
  'interception',
  'killing',
  'meeting',
  'military exercise',
  'missile',
  'mortar',
  'naval strike',
  'negotiation',
  'property destruction',
  'protest',
  'reduced relations',
  'refusal',
  'release of prisoners',
  'riot',
  'roadside bomb',
  'rocket',
  'sanction',
  'shelling',
  'shooting',
  'show of force',
  'statement',
  'storming',
  'suicide bombing',
  'territory gained',
  'territory lost',
  'threat',
  'vehicle attack',
  'violence against civilians',
  'violent demonstration',
  'weapon test',
  'withdrawal',
];

const classifyCode = actClassifier(TACIT_CSV_ACTS);
const OWN_CLASSES: ReadonlyMap<string, string> = new Map(
  RECORD_ACT_CLASSES.flatMap((name) => [
    [name, name],
    [name.replaceAll(' ', '-'), name],
  ]),
);

/** The class of a Tacit CSV code, or null where no class holds it; such codes are listed by `tacit match`, never guessed. */
export function classifyTacitCsvAct(code: string): string | null {
  const word = code.toLowerCase();
  return classifyCode(word) ?? OWN_CLASSES.get(word) ?? null;
}

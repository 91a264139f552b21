/**
 * The acts every theatre knows without declaring them: act name → the event classes it takes. A file that declares
 * an act of the same name replaces the standard one. The classes are the joint with the records: each reader maps
 * its format's own codes onto exactly these words, and a code it cannot map is listed, never guessed.
 */
export const STANDARD_ACTS: Readonly<Record<string, readonly string[]>> = {
  // force
  strike: ['airstrike', 'drone strike', 'missile', 'artillery', 'naval strike'],
  attack: [
    'rocket',
    'mortar',
    'missile',
    'drone strike',
    'roadside bomb',
    'bomb',
    'suicide bombing',
    'ground attack',
    'armed attack',
    'ambush',
    'shooting',
    'storming',
    'grenade',
    'vehicle attack',
  ],
  shell: ['artillery', 'mortar', 'rocket', 'shelling'],
  fire: ['ceasefire violation', 'shooting', 'shelling', 'artillery', 'mortar', 'rocket'],
  bomb: ['roadside bomb', 'bomb', 'suicide bombing', 'grenade'],
  ambush: ['ambush'],
  clash: ['armed clash'],
  kill: ['killing', 'assassination', 'violence against civilians'],
  assassinate: ['assassination'],
  abduct: ['abduction'],
  arrest: ['arrest'],
  storm: ['storming'],
  destroy: ['property destruction'],
  intercept: ['interception'],
  block: ['blockade'],
  // words and signals
  threaten: ['threat', 'show of force'],
  state: ['statement'],
  demand: ['demand'],
  accuse: ['accusation'],
  refuse: ['refusal'],
  agree: ['agreement'],
  negotiate: ['negotiation', 'meeting'],
  concede: ['concession', 'release of prisoners'],
  help: ['aid', 'cooperation'],
  punish: ['sanction', 'reduced relations'],
  // ground and posture
  advance: ['territory gained'],
  lose: ['territory lost'],
  withdraw: ['withdrawal'],
  deploy: ['deployment'],
  exercise: ['military exercise'],
  test: ['weapon test'],
  // streets
  protest: ['protest', 'violent demonstration'],
  riot: ['riot'],
  disperse: ['crowd control'],
};

/** Every event class that a standard act takes: what a reader may map onto, in alphabetical order. */
export const EVENT_CLASSES: readonly string[] = [...new Set(Object.values(STANDARD_ACTS).flat())].sort();

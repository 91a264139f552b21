/** Words with capitals that are no names, by what they are. */

/** Small words that may stand inside a name. */
export const INNER = new Set(
  'of the al el ul wa wal ez as bin ibn de del la du des for and von van der da dos y'.split(' '),
);

/** Capitalised words that are no names, at the head of a sentence or in headings. */
export const COMMON = new Set(
  `a an the this that these those he she it they we i you in on at by for from as but and or if when while after before since although though however
  meanwhile there here its his her their our my your some many most all both each every no not none any several few one two three four five six seven eight nine
  ten who what which where why how so such then thus still yet also even only just more less much nothing neither either nor despite during until unless because
  whether without within under over between among against along across through throughout beyond behind above below around about amid amidst upon toward towards
  with into onto off out up down again once now today tonight yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday january february march
  april may june july august september october november december additionally moreover furthermore instead likewise similarly consequently therefore hence
  indeed perhaps maybe according following starting recent recently last next another other others first second third finally later earlier former
  local regional international national military security state government officials official analysts experts sources reports people civilians residents
  forces troops fighters soldiers rebels militants president minister prime general colonel commander army police senior mr mrs ms dr can could will would
  should might must is are was were be been being has have had do does did let see read give take make dear yes no thank please new old great good bad large
  small high low long short nearly almost about roughly dozens hundreds thousands millions eastern western northern southern central north south east west
  northeast northwest southeast southwest nor like unlike given considering regarding concerning including whatever whoever whenever wherever everyone everybody
  someone nobody anybody two-thirds half part parts much often sometimes always never rarely usually generally clearly obviously importantly notably christmas easter ramadan eve day days week weeks month months year years
  grain trade aid fuel oil gas water food money power time life death history geography diplomacy pressure support control escalation deterrence truce ceasefire ceasefires
  drones rockets missiles shelling artillery convoys patrols aircraft jets tanks ships boats roads bridges borders villages towns cities hospitals schools families women
  children men youth tribes clans militias factions parties parliament congress senate opposition protesters hostages prisoners refugees migrants civil crime intelligence
  human national republic islamist islamists islamic muslim muslims sunni sunnis shia shiite shiites christian christians jewish jews arab arabs western intense heavy direct full total public private open secret
  summary background outlook introduction conclusion conclusions overview analysis context methodology findings unconfirmed imagine suppose translated editorial opinion comment exclusive breaking update updated
  speaking asked critics supporters observers opponents witnesses doctors medics diplomats talks negotiations attacks strikes clashes fighting violence war peace
  rules west's`.split(/\s+/),
);

/** Offices without their holders name nobody. */
export const OFFICES = new Set(
  'president prime foreign defense defence interior finance deputy vice minister secretary general special envoy chief commander head ambassador king prince governor mayor chairman spokesman spokesperson spokeswoman leader director representative staff state states member members panel mission commission committee council secretariat delegation bureau'.split(
    ' ',
  ),
);

/** Days, months and feasts are times. */
export const CALENDAR = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december feb apr jun jul aug sep sept oct nov dec christmas easter ramadan'.split(
    ' ',
  ),
);

/** "Monitors", "Mediators", "Hostilities": nouns that no pack need know. */
export const COMMON_ENDING =
  /(ers|ors|ists|ents|ants|ions|ion|ities|ity|ings|ments|ment|ness|ships?|ences?|ances?|isms?|ages|men|women|dom|hood|ics|ical|ional|ous|ful|ive|able|less)$/;

export const SMALL_HEAD = new Set(
  'the a an in on at by for from as but and or if when while after before since although this that these those his her its their some many most all'.split(
    ' ',
  ),
);

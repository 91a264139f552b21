/** Words beside a name that tell whether a country or capital is meant as a place or as its government. */

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Before a name they make it a place. */
export const INSIDE = words(
  'in inside within near nearby across throughout outside around at into through via off over along toward towards beyond above onto entering reaching leaving left leave leaves entered enter enters reached reach fled flee fleeing visited visit visits visiting invaded invade invading crossed cross capital exited exit quit inhabit',
);

/** Between such a word and the name they change nothing: "in the whole of northern Syria". */
export const PASSED_OVER = words(
  'the a an all both much most parts part of whole entire rural greater downtown central neighboring neighbouring mainland nearby upper lower war-torn wartime occupied then-occupied present-day modern government-held rebel-held opposition-held besieged',
);

export const DIRECTIONS = words(
  'north south east west northern southern eastern western northeast northwest southeast southwest northeastern northwestern southeastern southwestern central mainland',
);

/** Behind an adjective or a possessive they make it the land: "Syrian towns", "Syria's east". */
export const LAND = words(
  'town towns city cities village villages border borders frontier territory territories soil land lands desert coast coastline port ports airport airports airspace waters capital countryside province provinces governorate governorates district districts region regions area areas side east west north south northeast northwest southeast southwest mainland island islands plains mountains highlands enclave interior hinterland crossing crossings oilfields oilfield oil skies crisis conflict',
);

/** Behind an adjective they make it the people, who are no side. */
export const PEOPLE = words(
  'people peoples civilians civilian refugees refugee population families family children child women farmers journalists journalist citizens citizen nationals national language culture society public residents villagers workers worker prisoners detainees hostages captives migrants diaspora communities community tribes cuisine literature history students economy pound lira media newspapers newspaper press experts analysts commentators scholars observers think',
);

export const CROWD = words(
  'displaced ordinary many most million thousand thousands hundreds young fellow of innocent',
);

/** Before "of" they make what follows a place. */
export const PART_OF = words(
  'out north south east west northeast northwest southeast southwest northeastern northwestern part parts area areas rest most much border borders town towns city cities capital outskirts centre center coast region regions province provinces village villages suburb suburbs countryside invasion occupation bombing bombardment shelling siege control airspace territory map soil skies people population third half miles kilometers kilometres km portion swathes swaths corner heart middle side governorate state districts district streets downtown mile',
);

/** Before "to" they make what follows a place. */
export const MOTION = words(
  'return returned returning travel travelled traveled traveling went go goes going flew fly flights flight flown deployed deploy deploying moved moving fled flee fleeing trip trips visit visits road roads route routes highway way border delivered deliveries shipments shipment transferred smuggled smuggling crossing access corridor extend extends extending supply lines came come arrived back sent extended spread spreading',
);

/** Before "from" they make what follows a giver, not a place. */
export const GIVEN = words(
  'support aid help pressure orders order funding funds weapons arms backing threat threats statement statements comment comments response reaction permission approval message messages request requests denial assistance concessions guarantees independence demands criticism condemnation warning warnings assurances money training intelligence mediators diplomats officials envoys delegates negotiators ministers envoy delegation forces troops soldiers advisers',
);

/** Behind a capital they make it the place where something happened: "the Bamako attack". */
export const HAPPENINGS = words(
  'attack attacks bombing bombings blast blasts explosion explosions clash clashes siege massacre killings talks summit airport meeting conference protests riots suburbs outskirts',
);

/** Before a capital they make it a place that is hit: "struck Damascus". */
export const HITTING = words(
  'struck strike strikes attacked bombed shelled hit besieged seized captured took targeted pounded stormed',
);

export const LINES = words(
  'border borders road crossing frontier route highway corridor line boundary pipeline railway',
);

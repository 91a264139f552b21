/** Nouns of force, as they stand beside words of rise and fall. */
export const FORCE_NOUN = String.raw`(?:(?:air ?|drone |rocket |missile |artillery |mortar )?(?:attacks?|strikes?|raids?|assaults?|bombings?|shellings?|fire|barrages?|salvos?|launch(?:es)?|ambush(?:es)?|incursions?|infiltrations?|clash(?:es)?|skirmish(?:es)?|exchanges?|engagements?|operations?|offensives?|killings?|assassinations?|abductions?|kidnappings?|explosions?|incidents?|activit(?:y|ies)|violations?|hostilities|fighting|violence|bloodshed|rockets?|missiles?|drones?|tests?|exercises|drills|targeting))`;

const FORCE_WORD = new RegExp(
  String.raw`\b(?:${FORCE_NOUN}|struck|striking|attack(?:ed|ing)|raid(?:ed|ing)|shell(?:s|ed)|bomb(?:s|ed|ard\w*)?|hit|hits|hitting|fir(?:es|ed|ing)|gunfire|gunmen|shot|shoot(?:s|ing)?|kill(?:s|ed|ing)?|assassinat\w+|ambush\w*|clash\w*|fight(?:s|ing)?|fought|battles?|skirmish\w*|firefights?|assault\w*|invad\w+|invasion|storm(?:s|ed|ing)|blew up|blows?|blasts?|exploded|target(?:s|ed|ing)?|launch(?:ed|ing)?|retaliat\w*|reprisals?|war|airstrikes?|shots|assail\w*|ambushed|burn(?:s|ed|t)?|block(?:s|ed|ade\w*)?|artillery|mortars?)\b`,
  'i',
);

/** Whether the words speak of an act of force at all: without one, no `attacks` may stand in a sentence made of them. */
export function tellsForce(text: string): boolean {
  return FORCE_WORD.test(text);
}

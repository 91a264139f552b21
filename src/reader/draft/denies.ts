const DENIED =
  /\b(?:not|never|no|none|neither|nor|without|hardly|scarcely|nobody|nothing|unlikely|cannot|den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|disput(?:es?|ed|ing)|refut(?:es?|ed|ing)|fail(?:s|ed)? to|refus(?:es|ed|ing) to|untrue|false(?:ly)?|cleared?|wrong(?:ly)?|mistaken(?:ly)?|fake|hoax|fabricat\w+|invented|avert\w*|foil(?:s|ed|ing)|thwart\w*|prevent(?:s|ed|ing)?|simulat\w+|rehears\w+|(?:almost|nearly) (?:str[iu]ck|attacked|shelled|bombed|fired|hit|killed|shot|raided|fought|clashed|went|came|did))\b|n't\b/gi;
/** "not only", "no longer", "no fewer than": these deny nothing of the act itself. */
const NO_DENIAL =
  /^(?:not (?:only|just|merely|least|insignificant|far|long)|no (?:longer|fewer|less|later|doubt|wonder|secret|day|matter|other|more than|certain)|without (?:warning|(?:\w+'?s? ){0,4}(?:approval|consent|permission|green light|blessing|coordination|authori[sz]ation)))/i;

/** Where a passage denies, in its offsets; empty where it only affirms. */
function denialsIn(text: string): readonly number[] {
  return [...text.matchAll(DENIED)]
    .map(({ index }) => index)
    .filter((index) => !NO_DENIAL.test(text.slice(index)));
}

/** A text without the month of May, which is no modal verb. */
export function withoutMay(text: string): string {
  return text.replace(/\bMay\b/g, 'month');
}

/** Whether a passage denies something: no sentence that affirms may be made of it. */
export function denies(text: string): boolean {
  return denialsIn(text).length > 0;
}

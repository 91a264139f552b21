/**
 * Passages that speak of an act and assert nothing about it: what could not be verified, what somebody asks, what is
 * only imagined, what somebody advises. A claim made of them would say what nobody said.
 */
const UNSETTLED: readonly RegExp[] = [
  /\b(?:could|can|have|has|had|was|were|is|are)(?: not|n't) (?:yet )?(?:been |be )?(?:(?!only)\w+ly )?(?:verif\w+|confirm\w*|corroborat\w*|establish\w*|determin\w*|ascertain\w*)\b/,
  /\b(?:unable|not able|not in a position|impossible|not possible|declined|refused) to (?:\w+ly )?(?:verify|confirm|corroborate|establish|determine|ascertain|comment|say)\b/,
  /\b(?:unclear|not (?:\w+ )?(?:clear|known|certain)|unknown|remains? to be seen|too early to say|an open question) (?:who|whether|if|how|what|why|when|which)\b|^(?:what|who|why|how)\b[^,.]{0,60}\b(?:is|was|remains?) (?:\w+ )?(?:unclear|unknown)\b/,
  /\bno (?:immediate |independent )?(?:comment|confirmation|claim of responsibility|word)\b|\b(?:would|did|has|have)(?: not|n't) (?:immediately )?(?:comment|say whether|say if)\b|\bwould not say\b|\brequests? for comment\b/,
  /\bno (?:\w+ )?(?:evidence|proof|indication|sign|signs) (?:of|that|for|to suggest)\b|\bwithout (?:\w+ )?(?:evidence|proof)\b/,
];
/** "People ask whether", "the question is who": an indirect question. */
const ASKED =
  /\b(?:ask(?:s|ed|ing)?|wonder(?:s|ed|ing)?|question(?:s|ed|ing)?|debat(?:e|es|ed|ing)|speculat(?:e|es|ed|ing)|guess(?:es|ed|ing)?|doubt(?:s|ed)?)\b(?:\s+\w+){0,4}?\s+(?:whether|if|who|why|what|how|when|which)\b|\bthe question (?:is|was|remains)\b|\bno one knows\b|\bnobody knows\b/;
const IMAGINED: readonly RegExp[] = [
  /^\W*(?:imagine|suppose|picture|consider a (?:case|world)|what if)\b/,
  /\b(?:would|could|might|should) (?:\w+ )?(?:not )?have (?:been )?\w+/,
  /\bas (?:if|though)\b/,
  /\bwere (?:it|they|he|she|the \w+|\w+) to\b/,
];
const ADVISED =
  /\b(?:recommends?|recommended|advises?|advised|urges?|urged|calls? (?:up)?on|called (?:up)?on|appeals? to|appealed to)\b|\b(?:must|should|ought to|needs? to|has to|have to) (?:now |finally |at last )?(?:stop|end|act|learn|insist|press|talk|negotiate|return|respect|recogni[sz]e|understand)\b/;

/** @param whole the sentence around the part: a condition in its first half holds for the second */
export function assertsNothing(part: string, whole: string): boolean {
  const [text, around] = [part.toLowerCase().replace(/[’]/g, "'"), whole.toLowerCase().replace(/[’]/g, "'")];
  return (
    UNSETTLED.some((words) => words.test(text)) ||
    ASKED.test(text) ||
    IMAGINED.some((words) => words.test(text)) ||
    /^\W*(?:imagine|suppose|had \w+)\b/.test(around) ||
    ADVISED.test(text)
  );
}

import type { ClaimKind } from '../article.ts';

/**
 * Words by which a sentence shows what kind of claim it makes. Strong words (3) nearly name the kind, middling ones (2)
 * speak for it, weak ones (1) fit it. Written for this reader; matched on the text in small letters.
 */
export interface ClaimCue {
  readonly kind: ClaimKind;
  readonly weight: 1 | 2 | 3;
  readonly words: RegExp;
}

type Cues = readonly [ClaimKind, 1 | 2 | 3, RegExp];

const ACTS = String.raw`(?:attack|strike|raid|operation|shelling|rocket fire|rocket|missile|drone|bombing|clash|incident|incursion|airstrike|air strike|violation|activit|assault|killing|activity|fire|hostilit|engagement|assassination|exchange|infiltration|targeting|skirmish|offensive)(?:s|es|ies|y)?`;
const MODAL = '(?:will|would|could|may|might|can)';

const CUES: readonly Cues[] = [
  // rule: an act is followed by another
  [
    'rule',
    3,
    /\b(?:is|are|was|were|been|be|being|get|gets)\s+(?:\w+\s+){0,2}(?:answered|met|countered|reciprocated|repaid|avenged|matched|returned|replied to|punished|followed)\b/,
  ],
  [
    'rule',
    3,
    /\b(?:retaliat\w*|reprisals?|tit[- ]for[- ]tat|in kind|eye for an eye|counter-?(?:attack|strike|fire)\w*|(?:hit|hits|strike|strikes|struck|fire|fires|fired|shoot|shot) back|return(?:s|ed)? fire|quid pro quo)\b/,
  ],
  [
    'rule',
    3,
    /\b(?:respond\w*|reply|replies|replied|answer(?:s|ed|ing)?|react(?:s|ed|ing)?)\b(?:\s+\w+){0,4}\s+(?:to|with|by|against|at)\b/,
  ],
  [
    'rule',
    3,
    /\b(?:each|every) (?:time|israeli|american|us|turkish|russian|iranian|new|such|\w+ (?:strike|attack|raid|killing|incursion))\b|\bwhenever\b|\bany (?:strike|attack|raid|violation|act of aggression|incursion|killing)\b/,
  ],
  [
    'rule',
    3,
    /\bin (?:direct |swift |immediate |apparent )?(?:response|reply|retaliation|reprisal|revenge|answer|reaction)\b/,
  ],
  [
    'rule',
    2,
    /\b(?:trigger|provok|prompt|invit|elicit|spark|unleash|draw)(?:s|ed|es|ing|e)?\b(?:\s+\w+){0,4}\s+(?:response|retaliation|attack|strike|fire|barrage|salvo|rocket|reaction|volley|wave|reprisal|counter)/,
  ],
  ['rule', 2, /\b(?:responses?|revenge|aveng\w+|answer|equation|link(?:s|ed|ing)\b.*\bwith)\b/],
  [
    'rule',
    2,
    /\b(?:invariably|routinely|regularly|automatically|consistently|systematically|almost always|usually|within (?:hours|days|a day|a week|\w+ (?:hours|days|weeks)))\b.*\b(?:follow|attack|strike|fire|rocket|respon|retaliat|answer)/,
  ],
  [
    'rule',
    2,
    new RegExp(
      String.raw`\b(?:after|following|when|once)\b.*\b(?:strike|attack|raid|face-off|assassinat|kill|bomb)\w*.*,.*\b(?:tried|fire|launch|attack|struck|strike|calm|respond|shell|target|retaliat|hit|issue)`,
    ),
  ],
  ['rule', 2, /\b(?:followed|follows|follow) (?:by|within|soon|shortly|swiftly)\b/],
  ['rule', 3, /\b(?:only|always|never) (?:answers?|responds?|retaliates?|reacts?|fires? back)\b/],
  [
    'rule',
    3,
    /\bcalm(?:ed|ing)? down the situation|\bcalming (?:statements?|signals?|messages?|words)\b|\b(?:sought|tried|moved|rushed) to (?:reassure|calm|defuse|de-escalate)\b/,
  ],
  // deterrence and restraint
  [
    'deterrence',
    3,
    /\b(?:deter(?:s|red|ring|rent|rence)?|dissuad\w+|think(?:s|ing)? twice|restrain(?:s|ed|ing|t)?|steer(?:s|ed|ing)? clear|held back|hold(?:s|ing)? back|reluctan\w+|hesita\w+|refrain\w*|wary|warily|cautious\w*|self-restraint|backed (?:down|off)|back(?:s|ing)? (?:down|off)|unwilling\w*|think again|shies|shied|shy(?:ing)? away)\b/,
  ],
  [
    'deterrence',
    3,
    /\b(?:cannot|can not|can't|could not|couldn't) (?:afford|risk)\b|\bfear(?:s|ed|ing|ful)? (?:of|that)\b|\bfor fear\b|\bbalance of (?:terror|power|deterrence)\b/,
  ],
  [
    'deterrence',
    3,
    new RegExp(
      String.raw`\b(?:do|does|did)(?: not|n't) (?:want|desire|seek|wish)\b.*\b(?:war|encounter|confrontation|conflict|clash|escalat|fight)`,
    ),
  ],
  [
    'deterrence',
    3,
    /\b(?:avoid(?:s|ed|ing)?|prevent(?:ing)? (?:an?|the) escalation|keen to avoid|careful (?:not )?to)\b.*\b(?:confrontation|war|clash|escalation|attack|attacks|strike|strikes|conflict|targeted|engagement|provok\w+)\b/,
  ],
  [
    'deterrence',
    2,
    /\b(?:limit(?:s|ed|ing)?|constrain(?:s|ed|ing|t)?|curb(?:s|ed|ing)?|check(?:s|ed|ing)?|inhibit\w*|discourag\w+|contain(?:s|ed|ing|ment)?)\b.*\b(?:freedom|flexib\w+|dominance|abilit\w+|operation\w*|strike\w*|attack\w*|action\w*|raid\w*)/,
  ],
  [
    'deterrence',
    2,
    new RegExp(
      String.raw`\b(?:led to|brought|resulted in|forced|produced|caused|achieved|saw)\b.*\b(?:reduction|drop|decline|decrease|fewer|cut|halt|pause|fall)\b.*\b(?:${ACTS})`,
    ),
  ],
  [
    'deterrence',
    2,
    /\b(?:no longer dares?|dares? not|dare (?:to )?|scared|intimidat\w+|price too high|cost too high|too (?:costly|risky)|raised the (?:cost|price))\b/,
  ],
  // trends
  [
    'trend',
    3,
    new RegExp(
      String.raw`\b(?:increas\w*|ris(?:e|es|ing)|rose|risen|surg\w+|uptick|upsurge|spik\w+|intensif\w+|escalat(?:e|es|ed|ing)|step(?:s|ped|ping)? up|doubl(?:e|es|ed|ing)|tripl\w+|quadrupl\w+|more (?:frequent|often|intense|and more)|growing number|ramp(?:s|ed|ing)? up|multipl(?:y|ied)|mount(?:s|ed|ing)|accelerat\w+|soar(?:s|ed|ing)?|jump(?:s|ed)?|climb(?:s|ed|ing)?|grow(?:s|n|ing)?|grew|expand(?:s|ed|ing)?)\b`,
    ),
  ],
  [
    'trend',
    3,
    new RegExp(
      String.raw`\b(?:decreas\w*|declin(?:e|es|ed|ing)|drop(?:s|ped|ping)?|fell|fallen|falling|reduc(?:e|es|ed|ing|tion)|dwindl\w+|subsid\w+|wan(?:e|es|ed|ing)|fewer|less (?:frequent|often)|halv(?:e|ed|ing)|plummet\w*|taper\w*|diminish\w*|scal(?:e|ed|es|ing) (?:back|down)|ebb(?:s|ed|ing)?|abat(?:e|ed|es|ing)|slow(?:s|ed|ing)? (?:down|to)|dried up|slump\w*|shrink\w*|shrank|shrunk|recede\w*)\b`,
    ),
  ],
  [
    'trend',
    2,
    /\b(?:more effectively|more (?:attacks|strikes|raids|violence|operations|incidents)|unabated|steadily|continu(?:e|es|ed|ing) to (?:\w+ )?(?:rise|fall|grow|attack|strike|carry out|launch|shell|bomb)|wave of|on the rise|at (?:an? )?(?:all-time|record)|(?:record|highest|lowest|peak)\b.*\b(?:since|level|number|month|year)|deadliest|worst (?:year|month|week|since)|persist(?:s|ed|ing)?|went from|retreat(?:s|ed|ing)? from|(?:been|was|were|remain(?:s|ed)?) (?:\w+ )?(?:low|high)(?:er)?|(?:attacks?|strikes?|clashes|raids?|shelling|fighting|violence|hostilities)\b[^,;]{0,60}\b(?:ceased|stopped|ended|died down|eased)|pattern (?:weakened|faded|strengthened|changed|broke down))\b/,
  ],
  [
    'trend',
    1,
    /\b(?:repeated(?:ly)?|constant(?:ly)?|almost (?:daily|weekly)|daily|every (?:day|week|month)|weekly|frequent(?:ly)?|regular(?:ly)?|near-daily|persistent(?:ly)?|routine(?:ly)?)\b/,
  ],
  // regimes
  [
    'regime',
    3,
    /\b(?:rules? of (?:engagement|the game)|new (?:rules?|equations?|phase|reality|realities|era|normal|pattern|chapter|status quo|stage|balance|paradigm|dynamic|order)|turning point|watershed|game[- ]?changer|ever since|sea change|tipping point|point of no return|status quo|paradigm)\b/,
  ],
  [
    'regime',
    3,
    /\b(?:unlike (?:before|in the past|previous|earlier)|before and after|distinct from|different (?:from|rules)|no longer (?:bound|applies|apply|holds?|the case)|old rules|previous rules|departure from|break with|marks? (?:a|the) (?:new|end|beginning|shift|turn|change|break)|marked (?:a|the) (?:new|end|beginning|shift|turn|change|break)|(?:has|have|had) (?:fundamentally |dramatically |completely |significantly )?(?:changed|shifted|transformed|altered))\b/,
  ],
  [
    'regime',
    2,
    /\b(?:shift(?:s|ed|ing)?|transform\w+|chang(?:e|es|ed|ing)|(?:until|till) (?:then|now|recently|the)|from (?:that|this) (?:moment|day|point) on|since then|state of affairs|unprecedented|for the first time|threshold|escalation ladder|gloves (?:are )?off|crossed a (?:line|threshold))\b/,
  ],
  // truces
  [
    'truce',
    3,
    /\b(?:truces?|cease-?fires?|armistice|peace (?:accord|deal|agreement|pact|treaty)s?|(?:accord|agreement|deal) (?:\w+ ){0,8}(?:has|had) held|cessation of hostilities|hudna|calm(?:s|ed)?|lull|tentative peace|level of peace|de facto peace|d[eé]tente|suspen(?:d|ds|ded|sion|ding)\b.*\b(?:attack|operation|strike|hostilit|fire)\w*|de-?escalat\w+|pause in|standstill|stand-?down|guns (?:fell|have fallen|went) silent|relative (?:quiet|calm|peace)|quiet (?:has|had|held|returned|prevail\w+)|non-aggression)\b/,
  ],
  [
    'truce',
    2,
    /\b(?:stop(?:s|ped|ping)?|halt(?:s|ed|ing)?|ceas(?:e|ed|es|ing)|end(?:ed|ing)?|pause(?:s|d)?|freeze|froze|frozen)\b(?:\s+\w+){0,4}\s+(?:attack|strike|operation|firing|fire|raid|shelling|hostilit|launch|fighting)\w*|\bno (?:attacks?|strikes?|rockets?|incidents?) (?:have|has|had|were|was|since)\b|\btranquil\w*|\bquiet(?:er)?\b|\bbroke down\b.*\b(?:talk|deal|agreement)/,
  ],
  // control
  [
    'control',
    3,
    /\b(?:control(?:s|led|ling)?(?: (?:of|over|the))?|seiz(?:e|es|ed|ing|ure)|captur(?:e|es|ed|ing)|recaptur\w+|retak(?:e|es|ing|en)|retook|liberat(?:e|ed|es|ing|ion)|overran|overrun|foothold|gain(?:s|ed|ing)? ground|territor(?:y|ies|ial)|buffer zone|reopen(?:s|ed|ing)?|reconnect\w*|land (?:bridge|corridor)|corridor|encircl\w+|besieg\w+|occup(?:y|ies|ied|ying|ation)|stronghold|enclave|frontlines?|front lines?|in the hands of|fell to|under the control)\b/,
  ],
  [
    'control',
    2,
    /\b(?:advanc(?:e|es|ed|ing|ements?)|hold(?:s|ing)?|held|took over|take over|took (?:the )?(?:town|city|village|area|crossing|base|airport)|presence|secur(?:e|ed|es|ing)|road|route|routes|roads|highway|crossing|supply lines?|cut(?:s|ting)? off|safeguard\w*|ground (?:presence|offensive)|pushed (?:back|into|out)|withdrew|withdrawal|stationed|deployed|expell\w+|drove out|driven out|entrench\w*|consolidat\w+|dug in|outposts?)\b/,
  ],
  // consent
  [
    'consent',
    3,
    /\b(?:green[- ]light(?:s|ed)?|go-ahead|(?:tacit|prior|explicit|full|american|us|washington's|russian|moscow's|turkish|israeli|iranian|tehran's) (?:consent|approval|permission|blessing|authori[sz]ation|agreement|backing|nod|acquiescence|coordination)|without (?:\w+'?s?\s){0,4}(?:approval|consent|permission|blessing|authori[sz]ation|coordination|knowledge|nod|go-ahead|green light|say-so)|with (?:the )?(?:\w+'?s?\s){0,3}(?:approval|consent|permission|blessing|connivance|complicity|acquiescence|knowledge)|turn(?:s|ed|ing)? a blind eye|look(?:s|ed|ing)? the other way|free hand|carte blanche|blank che(?:que|ck)|sign(?:s|ed)? off on|veto(?:es|ed)?|reluctant to (?:cover|back|approve)|political cover)\b/,
  ],
  [
    'consent',
    2,
    /\b(?:consent(?:s|ed)?|approv(?:al|e|es|ed)|permi(?:t|ts|tted|ssion)|authori[sz]\w+|blessing|coordinat(?:e|es|ed|ion|ing) with|acquiesc\w+|clear(?:s|ed|ance) (?:by|with|from)|allow(?:s|ed)? (?:\w+ ){0,3}to (?:strike|attack|operate|use|bomb|fly|raid)|reluctant to cover|cover for|only (?:if|when|after|with)|ask(?:s|ed)? (?:for )?permission|deconflict\w+|complicit\w*)\b/,
  ],
  // spill-over
  [
    'spillover',
    3,
    /\b(?:spill(?:s|ed|ing)?[- ]?over|vacuum|exploit(?:s|ed|ing)?|tak(?:e|es|ing) advantage|took advantage|capitali[sz]\w+|resurg\w+|regroup\w*|coincid(?:e|es|ed|ing)|divert(?:s|ed|ing)?|distract\w*|free(?:s|d|ing)? up|breathing (?:space|room)|ripple|knock-on|domino|contagion|spread(?:s|ing)? (?:to|into|across|beyond)|room to (?:manoeuvre|maneuver|grow|regroup)|window of opportunity|opportunity for)\b/,
  ],
  [
    'spillover',
    2,
    /\b(?:concentrate on|shift(?:s|ed|ing)? (?:its |their )?(?:focus|attention|resources)|(?:as|while) .* (?:withdr[ae]w|focus|distract|busy|turn|pull|preoccup|shift|tied down|bogged)\w*|at the same time|in parallel|comeback|re-?emerg\w+|drag(?:s|ged|ging)? into|drawn? (?:\w+ ){0,2}into|regional (?:war|conflict|escalation)|wider (?:war|conflict)|other fronts?|second front|filled? the|gone unchecked|unchecked)\b/,
  ],
  // forecasts
  [
    'forecast',
    3,
    new RegExp(
      String.raw`\b(?:is|are|seems?|appears?|looks?|remains?) (?:\w+ )?(?:likely|expected|set|poised|bound|about|destined|unlikely|certain|sure|on course|on track|almost certain) to\b|\b(?:likely|unlikely|inevitabl[ey]|imminent|on the (?:verge|brink|cusp)|only a matter of time|sooner or later|(?:is|are|remains?) (?:still |also )?possible|in the (?:coming|next|near future|weeks ahead|months ahead|foreseeable)|forecast(?:s|ed)?|predict(?:s|ed|ion|ions)?|will (?:soon|eventually|inevitably|likely|probably|almost)|any time|future stages|looming|looms|prospects? of|possibilit(?:y|ies) of|(?:risks?|danger|threat) of|expect(?:s|ed|ing)? (?:more|an?|the|further|that)|could (?:break out|erupt|lead|spiral|trigger|ignite|escalate|spark|collapse|resume))\b`,
    ),
  ],
  [
    'forecast',
    3,
    /\bif\b(?! you will).*\b(?:will|would|could|may|might)\b|\b(?:unless|should)\b.*,.*\b(?:will|would|could|may|might)\b|\bwill\b.*\b(?:if|unless|until|as long as)\b/,
  ],
  [
    'forecast',
    2,
    /\b(?:will|won't|shall)\b|\bplans? to (?:attack|strike|send|withdraw|sign|launch|deploy)\b|\b(?:is|are) going to\b/,
  ],
  ['forecast', 1, new RegExp(String.raw`\b${MODAL}\b`)],
  // counts
  [
    'count',
    3,
    new RegExp(
      String.raw`\b(?:\d[\d,]*|dozens(?: of)?|scores(?: of)?|hundreds(?: of)?|thousands(?: of)?|(?:\w+ty|\w+teen|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a dozen|a hundred|hundred)(?:-\w+)?)\s+(?:\w+[- ]){0,3}${ACTS}\b`,
    ),
  ],
  [
    'count',
    2,
    /\b(?:more than|over|at least|some|nearly|about|around|almost|up to|fewer than|an? (?:total|average) of|no fewer than)\s+\d[\d,]*|\b\d[\d,]* times\b/,
  ],
  // events
  [
    'event',
    2,
    /\b(?:launched|carried out|conducted|staged|mounted|claimed responsibility|assassinated|killed|shot down|downed|bombed|struck|targeted|raided|shelled|fired|ambushed|offensives|invaded|clashed|blew up|stormed|attacked|took part in|participated in|opened fire|accus(?:e|es|ed|ing)|blamed for|(?:moved|sent|brought|transferred|deployed)\s+(?:\w+\s){0,2}(?:tanks|troops|soldiers|artillery|weapons|fighters|reinforcements|armou?r|missiles))\b/,
  ],
  ['event', 2, /\b\d[\d,]* (?:people |civilians |soldiers |fighters )?(?:dead|killed|wounded|injured)\b/],
  // alliances and support
  [
    'alliance',
    3,
    /\b(?:all(?:y|ies|ied|iance|iances)|coalition|prox(?:y|ies)|partners?|join(?:t|ed) (?:forces|operations?)|affiliat\w+|aligned|side by side|alongside|in coordination with|umbrella|bloc|camp|made up of|composed of|consist(?:s|ing)? of|that includes|member(?:s)? of)\b/,
  ],
  [
    'support',
    3,
    /-backed\b|-sponsored\b|-supported\b|-funded\b|-armed\b|\b(?:back(?:s|ed|ing)?|support(?:s|ed|ing)?|fund(?:s|ed|ing)?|financ(?:e|es|ed|ing)|arm(?:s|ing)|armed (?:the|by|them|its|their)|train(?:s|ed|ing)|sponsor(?:s|ed|ing)?|suppl(?:y|ies|ied|ying)|smuggl\w+|bankroll\w*|provid(?:e|es|ed|ing) (?:\w+ ){0,3}(?:arms|weapons|support|intelligence|funding|training|aid|assistance|drones|missiles))\b/,
  ],
  // red lines
  [
    'redline',
    3,
    /\bred lines?\b|\b(?:will|would) (?:not|never|by no means) (?:allow|tolerate|accept|permit|stand|let)\b|\bby no means (?:will|would)\b|\b(?:will not|won't|would not) go (?:unanswered|unpunished)\b|\b(?:vow(?:s|ed)?|threaten(?:s|ed|ing)?|warn(?:s|ed|ing)?|ultimatum|pledg(?:e|es|ed) to (?:respond|retaliate|avenge|strike))\b|\bunacceptable\b/,
  ],
  // what no record of events can show
  [
    'causal',
    3,
    /\b(?:because|due to|as a (?:direct )?(?:result|consequence)|results? (?:of|in|from)|owing to|thanks to|led to|leads? to|caus(?:e|es|ed|ing)|(?:attributes?|ascribes?)\b[^,;]{3,60}\bto|blam(?:e|es)\b[^,;]{3,60}\bon|stem(?:s|med|ming)? from|attributable|driven by|explains? why|makes? (?:it )?clear why|(?:price|cost) of|in solidarity|fuel(?:s|led|ed|ing)?|brought about|gave rise|root(?:s|ed)? (?:of|in)|the reason|consequences?|compromises?)\b/,
  ],
  [
    'causal',
    2,
    /\b(?:therefore|thus|hence|consequently|so that|enabl(?:e|es|ed|ing)|forc(?:e|es|ed|ing)\b.*\bto|allow(?:s|ed|ing)|contribut\w+|prompt(?:s|ed|ing)?|undermin\w+|weaken\w*|strengthen\w*|helped|paved|serv(?:e|es|ed|ing) (?:to|as)|mean(?:s|t) that|given that|since (?:it|they|this)|precipitat\w+)\b/,
  ],
  [
    'intent',
    3,
    /\b(?:aim(?:s|ed|ing)?|goals?|objectives?|seek(?:s|ing)?|sought|intend(?:s|ed|ing)?|intent(?:ion|ions)?|purpose|in order to|designed to|meant to|in a bid to|so as to|bent on|determined to|motiv(?:e|es|ated|ation)|ambition\w*|wants? to|wanted to|attempt(?:s|ed|ing)? to|desir(?:e|es|ed)|main idea|vital significance|hop(?:e|es|ed|ing) to|hell-bent|pretext|real intentions?)\b/,
  ],
  [
    'intent',
    2,
    /\b(?:tr(?:y|ies|ied|ying) to|plan(?:s|ned|ning)? (?:to|for)|effort(?:s)? to|strateg(?:y|ies)|interest(?:s)? in|keen to|eager to|want(?:s|ed)?|prefer(?:s|red)?|calculat\w+|signal(?:s|led|ed|ing)?|message|understand(?:s)? that|commit(?:ted|ment)|priority|priorities|cover for)\b/,
  ],
  [
    'capability',
    3,
    /\b(?:cannot|unable|incapab\w+|capab\w+|capacit(?:y|ies)|superior\w*|arsenal|vulnerab\w+|lack(?:s|ed|ing)?|strategic threat|unsafe|nonexistence|non-existence|fail(?:s|ed|ure)?(?: to)?|(?:has|have|had|hold|holds|held|maintain|maintains|station|stations) (?:\w+ ){0,3}\d[\d,]* (?:\w+ )?(?:troops|soldiers|fighters|personnel|men|missiles|rockets|tanks))\b/,
  ],
  [
    'capability',
    2,
    /\b(?:able to|strength|weak(?:er|ness)?|exposed|powerful|military (?:power|superiority|technology)|advanced|sophisticated|range of|managed to|effective(?:ly)?|struggl\w+|exhaust\w+|overstretch\w+|big challenge|reliable)\b/,
  ],
];

export const CLAIM_CUES: readonly ClaimCue[] = CUES.map(([kind, weight, words]) => ({
  kind,
  weight,
  words: new RegExp(words.source, words.flags.includes('g') ? words.flags : `${words.flags}g`),
}));

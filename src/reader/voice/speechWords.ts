/** Verbs that report what somebody says or thinks. */
export const SAYING =
  /^(say|maintain|claim|argue|suggest|assert|contend|insist|note|announce|report|state|warn|acknowledge|admit|concede|deny|reveal|confirm|explain|declare|allege|believe|stress|emphasise|emphasize|write|observe|conclude|remark|comment|estimate|predict|caution|complain|boast|reckon|recall|remember|describe|reiterate|tell|add|speculate|testify|disclose|publish|inform|hint|vow|swear|promise|think|consider|assess|see|perceive|view|regard|fear|doubt|expect|call|quote|cite|judge|signal|indicate|show|find|point|accuse|blame|reject|dismiss|dispute|refute|suspect|hope|ask|wonder|reply|respond|recommend|attribute|ascribe|count|record|document|verify)$/;

/** Of those, verbs that report only with `that`, a question word, a quotation or a comma beside them. */
export const NEEDS_CONTENT =
  /^(believe|think|consider|perceive|view|regard|fear|doubt|expect|call|describe|judge|assess|note|observe|add|report|state|write|tell|claim|suggest|announce|reveal|confirm|deny|admit|publish|inform|hint|vow|swear|promise|estimate|predict|boast|quote|cite|warn|declare|stress|explain|conclude|speculate|recognise|acknowledge|argue|maintain|insist|contend|concede|complain|disclose|caution|comment|remark|testify|reckon|allege|assert|emphasise|emphasize|reiterate|hope|suspect|ask|wonder|reply|respond|recommend|accuse|blame|reject|dismiss|dispute|refute|attribute|ascribe|count|record|document|verify)$/;

/** Verbs of seeing and showing: they report only with `that` right behind them. */
export const NEEDS_THAT = /^(see|show|find|point|signal|indicate|recall|remember)$/;

/** Verbs that nobody but a speaker is said to do: their subject speaks, whatever it is called. */
export const ONLY_SPEAKERS =
  /^(say|tell|insist|argue|deny|admit|concede|reiterate|complain|caution|warn|reply|accuse|allege|contend|assert|maintain|acknowledge|quote|inform|hope|suspect|ask|wonder|recommend|explain|write|declare|boast|believe|think|add|claim|dispute|dismiss|reject)$/;

/** What a verb of saying may have as its object instead of a clause; null for verbs that need the clause. */
export const OBJECTS: Readonly<Record<string, RegExp>> = {
  accuse: /^(?:\S+\s+){0,6}of\b/i,
  blame: /^(?:\S+\s+){0,6}(?:for|on)\b/i,
  attribute: /^(?:\S+\s+){1,8}to\b/i,
  ascribe: /^(?:\S+\s+){1,8}to\b/i,
  deny: /^(?:this|that|it|the|any|all|having|\w+ing|\w+)\b/i,
  reject:
    /^(?:\S+\s+){0,5}?(?:accusations?|claims?|allegations?|charges?|reports?|suggestions?|assertions?|rumou?rs?|accounts?|versions?)\b/i,
  dismiss:
    /^(?:\S+\s+){0,5}?(?:accusations?|claims?|allegations?|charges?|reports?|suggestions?|assertions?|rumou?rs?|as)\b/i,
  dispute: /^(?:this|that|it|the|any|these|those)\b/i,
  refute: /^(?:this|that|it|the|any|these|those)\b/i,
  report:
    /^(?:at least |some |about |more than |no |two|three|four|five|six|seven|eight|nine|ten|\d|an? |the |several |many |heavy |new |further |hearing |seeing )/i,
  confirm: /^(?:this|that|it|the|an?|two|three|\d|their|its)\b/i,
  verify: /^(?:this|that|it|the|these|those)\b/i,
  suspect: /^(?:the|an?|\p{Lu})/u,
  count:
    /^(?:\d|at least|more than|about|some|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds)/i,
  record: /^(?:\d|at least|more than|about|dozens|hundreds)/i,
  document: /^(?:\d|at least|more than|about|dozens|hundreds)/i,
  claim: /^(?:the opposite|the contrary|otherwise|to have)\b/i,
  ask: /^(?:whether|if|who|why|what|how|when|where|which)\b/i,
  wonder: /^(?:whether|if|who|why|what|how|when|where|which)\b/i,
  tell: /^(?:\S+\s+){1,5}?(?:that|the|it|they|there|he|she|we|["'])/i,
  call: /^(?:\S+\s+){1,5}?["']/,
  quote: /^(?:\S+\s+){1,6}as saying\b/i,
};

/** Who can speak where no name is given. */
export const SPEAKER =
  /^(analyst|expert|official|source|observer|report|reporter|newspaper|agency|spokesman|spokeswoman|spokesperson|minister|president|commander|officer|witness|critic|diplomat|researcher|scholar|commentator|journalist|media|outlet|study|document|statement|leader|resident|activist|monitor|group|government|ministry|military|army|command|some|many|others|they|he|she|we|observatory|paper|poll|survey|intelligence|assessment|author|editor|adviser|advisor|aide|lawmaker|senator|politician|general|ambassador|envoy|cleric|historian|economist|think-tank|tank|website|channel|account|figure|datum|data|people|opponent|supporter|proponent|negotiator|mediator|investigator|specialist|veteran|insider|pundit|sceptic|skeptic|strategist|prosecutor|authority|tribe|elder|party|movement|leadership|side|faction|militia|rebel|circle|narrative|evidence|one|everyone|those|who|brief|panel|mission|commission|committee|council|delegation|team|delegate|neighbour|neighbor|mayor|priest|chief|villager|reader|pilot|farmer|trader|driver|teacher|doctor|refugee|civilian|soldier|fighter|lawyer|friend|relative|headquarters|office|ombudsman|bureau|institute|centre|center|charity|organisation|organization|foundation|court|police|embassy|worker|member|state|article|essay|column|dispatch|bulletin|communique|broadcaster|station|daily|weekly|magazine|journal|capital|inspector|peacekeeper|governor|secretary|chairman|director|professor|academic|writer|columnist|blogger|correspondent|captain|colonel|lieutenant|sergeant|guerrilla|insurgent|separatist|opposition|coalition|alliance|union|church|bishop|imam|sheikh|king|prince|parliament|lawmakers|deputy|staff|crew|survivor|victim|mother|father|woman|man|student|shopkeeper|merchant|doctor|nurse)$/;

/** Words that weaken what is said. */
export const HEDGES =
  /\b(reportedly|allegedly|apparently|seemingly|purportedly|supposedly|perhaps|possibly|probably|presumably|likely|may|might|could|sort of|kind of|seems?|seemed|appears?|appeared|suggests?|suggested|some level of|arguably|ostensibly|so far|unconfirmed|rumou?red|rumou?rs?|believed to|thought to|said to|understood to|it is possible|in effect|effectively|largely|to many|for many|tentative)\b/i;

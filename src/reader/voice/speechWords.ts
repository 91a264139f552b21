/** Verbs that report what somebody says or thinks. */
export const SAYING =
  /^(say|maintain|claim|argue|suggest|assert|contend|insist|note|announce|report|state|warn|acknowledge|admit|concede|deny|reveal|confirm|explain|declare|allege|believe|stress|emphasise|emphasize|write|observe|conclude|remark|comment|estimate|predict|caution|complain|boast|reckon|recall|remember|describe|reiterate|tell|add|speculate|testify|disclose|publish|inform|hint|vow|swear|promise|think|consider|assess|see|perceive|view|regard|fear|doubt|expect|call|quote|cite|judge|signal|indicate|show|find|point)$/;

/** Of those, verbs that report only with `that`, a quotation or a comma beside them. */
export const NEEDS_CONTENT =
  /^(believe|think|consider|see|perceive|view|regard|fear|doubt|expect|call|describe|judge|assess|signal|indicate|show|find|point|recall|remember|note|observe|add|report|state|write|tell|claim|suggest|announce|reveal|confirm|deny|admit|publish|inform|hint|vow|swear|promise|estimate|predict|boast|quote|cite|warn|declare|stress|explain|conclude|speculate|recognise|acknowledge|argue|maintain|insist|contend|concede|complain|disclose|caution|comment|remark|testify|reckon|allege|assert|emphasise|emphasize|reiterate)$/;

/** Who can speak where no name is given. */
export const SPEAKER =
  /^(analyst|expert|official|source|observer|report|reporter|newspaper|agency|spokesman|spokeswoman|spokesperson|minister|president|commander|officer|witness|critic|diplomat|researcher|scholar|commentator|journalist|media|outlet|study|document|statement|leader|resident|activist|monitor|group|government|ministry|military|army|command|some|many|others|they|he|she|we|observatory|paper|poll|survey|intelligence|assessment|author|editor|adviser|advisor|aide|lawmaker|senator|politician|general|ambassador|envoy|cleric|historian|economist|think-tank|tank|website|channel|account|figure|datum|data|people|opponent|supporter|proponent|negotiator|mediator|investigator|specialist|veteran|insider|pundit|sceptic|skeptic|strategist|prosecutor|authority|tribe|elder|party|movement|leadership|side|faction|militia|rebel|insider|circle|narrative|evidence|one|everyone|those|who)$/;

/** Words that weaken what is said. */
export const HEDGES =
  /\b(reportedly|allegedly|apparently|seemingly|purportedly|supposedly|perhaps|possibly|probably|presumably|likely|may|might|could|sort of|kind of|seems?|seemed|appears?|appeared|suggests?|suggested|some level of|arguably|ostensibly|so far|unconfirmed|rumou?red|believed to|thought to|said to|understood to|it is possible|in effect|effectively|largely|to many|for many|tentative)\b/i;

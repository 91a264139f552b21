/**
 * Words for acts by PLOVER class, written for this reader: base forms; `v` verbs, `n` nouns, `p` phrases between
 * semicolons, in which `*` stands for up to four words. A phrase decides before a word, a longer phrase before a shorter
 * one. The classes are those of PLOVER and its data set POLECAT.
 */
export interface ActWords {
  readonly v: string;
  readonly n: string;
  readonly p: string;
}

export const ACT_WORDS: Readonly<Record<string, ActWords>> = {
  ASSAULT: {
    v: `attack strike bomb bombard shell shoot kill wound injure hit raid ambush assassinate storm
      assault torture rape behead kidnap abduct massacre target pound explode detonate fight
      clash battle execute murder slaughter slay maim invade blast stab overrun rocket recapture
      capture seize eliminate oust liberate besiege engage infiltrate`,
    n: `attack strike raid airstrike bombing shelling bombardment assassination killing ambush
      assault clash fighting battle offensive massacre shootout firefight explosion blast
      skirmish incursion barrage onslaught infiltration invasion murder counteroffensive`,
    p: `open fire; fire at; fire on; fire * rocket; fire * missile; fire * shell; fire upon;
      shoot down; shoot dead; blow up; car bomb; suicide bomber; suicide bombing; air raid;
      air strike; drone strike; missile strike; rocket attack; drone attack; roadside bomb;
      explosive device; sexually abuse; launch * missile; launch * rocket; launch * drone;
      launch * attack; launch * strike; launch * offensive; carry out * strike;
      carry out * attack; conduct * strike; set off * bomb; explode * bomb; take * hostage;
      use * force; rain * down; target * bases; hand-to-hand; suicide attack; come under fire;
      come under attack; lob * shell; cross-border fire; exchange fire; trade fire`,
  },
  COERCE: {
    v: `arrest detain deport imprison jail ban confiscate censor hack deface repress torch
      expropriate evict demolish vandalise vandalize harass intimidate disperse outlaw prevent
      blockade occupy loot ransack sabotage`,
    n: 'arrest detention crackdown blockade curfew deportation demolition',
    p: `impose * curfew; impose * blockade; reimpose * blockade; declare * state of siege;
      declare * state of emergency; declare * martial law; impose * martial law;
      impose * emergency; set fire to; hack into; human shield; crack down; use tear gas;
      fire tear gas; tear gas; place * house arrest; shut down * newspaper; close * newspaper;
      seize * weapon; confiscate * weapon; sentence * to death; sentence * to; cyber attack;
      jam * signal; place * under; round up; burn down`,
  },
  MOBILIZE: {
    v: 'mobilise mobilize deploy mass reinforce',
    n: 'mobilisation mobilization deployment',
    p: `put * on alert; on * alert; high alert; order * patrol; move * troop; send * troop;
      deploy * troop; mobilize * army; dispatch * warship; military exercise; hold * manoeuvre;
      hold * exercise; call up * reservist; build up * troop; mass * troop; send * warship;
      show of force`,
  },
  THREATEN: {
    v: 'threaten vow warn swear menace',
    n: 'threat ultimatum warning',
    p: `threaten to; vow to; swear to; have sworn; warn that; will retaliate; would retaliate;
      will extend * curfew; will blockade; would blockade; would attack; will attack;
      will strike; would strike; may halt; would halt; ready to attack; wage war;
      pledge to retaliate; pledge * revenge; prepare to attack; send * clear message;
      send * message; chemical weapon; biological weapon; by no means`,
  },
  SANCTION: {
    v: 'expel boycott embargo',
    n: 'sanction embargo boycott expulsion',
    p: `impose * sanction; impose * embargo; halt * aid; suspend * aid; suspend * talk;
      suspend * relation; suspend * cooperation; suspend * link; suspension of;
      suspend * program; cut off * aid; cut * aid; reduce * aid; reduce * supply;
      end * mediation; halt * mediation; cancel * visit; cancel * meeting; cancel * trip;
      call off; break off * relation; break * relation; sever * relation; sever * tie; cut * tie;
      break off * talk; break * tie; recall * ambassador; withdraw * ambassador;
      expel * diplomat; expel * inspector; force * out; prohibit * aid; deny entry; ban * import;
      freeze * asset; halt * talk; walk out; close * border; close * embassy; withdraw * offer;
      pull out of * talk; postpone * visit; downgrade * relation; stop * aid; withhold * aid;
      refuse * visa`,
  },
  PROTEST: {
    v: 'demonstrate protest riot rally picket march',
    n: 'protest demonstration riot rally sit-in',
    p: `hunger strike; general strike; stage * strike; stage * protest; stage * demonstration;
      stop work; shun work; block * road; take to the street; throw * stone; go on strike;
      burn * flag; stage * rally; boycott * class; demand * resignation; march through;
      burn * effigy`,
  },
  REJECT: {
    v: 'reject refuse deny rebuff veto decline spurn defy rule dismiss',
    n: 'rejection refusal veto',
    p: `refuse to; rule out; turn down; will not; would not; say no; not accept; not allow;
      not agree; not negotiate; not recognize; not recognise; oppose; fail to; not meet;
      not withdraw; not give; not attend; not return; come against; resist * call;
      resist * pressure; back away; no intention; not cooperate; not compromise; do not want;
      walk away; no plan; not yield; not let; not permit; not release; not talk; never`,
  },
  REQUEST: {
    v: 'demand urge appeal request ask order insist implore beg exhort plead',
    n: 'demand appeal request plea',
    p: `call for; call on; call upon; ask for; appeal for; appeal to; must cooperate;
      must withdraw; must hand; must stop; must leave; must release; must accept; press for;
      seek * help; seek * support; seek * aid; seek * mediation; demand that; insist on;
      issue * reminder; push for; request * aid; seek asylum; seek * asylum; need * help;
      lobby for; should withdraw; should stop; wants; press * to; be invite; propose; suggest that`,
  },
  ACCUSE: {
    v: `accuse blame condemn criticise criticize denounce deplore decry slam charge allege
      investigate probe sue lambast censure rebuke berate chide complain lash regret`,
    n: 'accusation condemnation criticism allegation investigation probe denunciation complaint',
    p: `hold * responsible; accuse * of; blame * for; voice * concern; express * concern;
      express * regret; lash out; file * complaint; express dissatisfaction; express * anger;
      point * finger; under investigation; launch * investigation; open * investigation;
      bring * charge; charge with; charge that; call * aggression; summon * ambassador;
      speak out against; take * to court; find * guilty; investigate`,
  },
  AGREE: {
    v: 'agree accept promise pledge offer consent approve commit',
    n: 'agreement consensus',
    p: `agree to; agree on; offer to; promise to; prepared to; willing to; ready to; will visit;
      will meet; will support; will allow; will return; will hold talk; reach * consensus;
      reach * agreement; reach * accord; committed to; commit to; accept * formula;
      accept * mediation; accept * proposal; accept * invitation; will send; will resume;
      plan to; intend to; will sign; will give; will provide; will cooperate; about to restore;
      about to; hope to; express * hope; due to visit; will host; will begin; will withdraw;
      to visit`,
  },
  CONSULT: {
    v: `meet visit discuss host negotiate confer consult arrive mediate telephone converge greet
      travel`,
    n: 'meeting talk negotiation visit summit mediation discussion conference consultation',
    p: `hold * talk; hold * meeting; give * welcome; launch * mediation; renew * negotiation;
      resume * talk; begin * talk; start * talk; pay * visit; leave * for; arrive in; fly to;
      return * for talk; hold * discussion; receive * delegation; phone; host; visit;
      present * credential; make * call; talk with; talk to; attend; end * visit; wind up * visit`,
  },
  SUPPORT: {
    v: `support defend praise endorse back applaud welcome commend recognise recognize laud hail
      salute thank congratulate apologise apologize forgive`,
    n: 'support endorsement praise backing',
    p: `establish * tie; establish * relation; restore * relation; restore * tie;
      resume * relation; resume * tie; sign * treaty; sign * accord; sign * agreement;
      sign * pact; sign * protocol; sign * contract; open * embassy; express * support;
      voice * support; defend * right; defend * against; throw * support; rally * behind;
      side with; in solidarity with; ratify; normalise * relation; normalize * relation;
      pay tribute; hail; form * alliance; join force; express condolence; lend * support`,
  },
  COOPERATE: {
    v: 'cooperate collaborate trade exchange share',
    n: 'cooperation collaboration trade',
    p: `share * intelligence; joint exercise; joint * exercise; cooperate with;
      exchange * prisoner; exchange * information; joint operation; trade with; work together;
      conduct joint`,
  },
  AID: {
    v: `donate provide aid assist fund finance supply arm evacuate rescue equip train bankroll
      shelter`,
    n: 'aid assistance donation',
    p: `give * aid; give * dollar; give * million; provide * to; provide * aid; grant * asylum;
      open * border; send * aid; send * supply; deliver * aid; deliver * food; send * food;
      military support; supply * with; provide * with; evacuate * wounded; grant * loan; airlift;
      give * shelter; send * medicine; lend * money; humanitarian aid; support to;
      send * peacekeeper; send * relief; give * asylum; give refuge; extend * credit`,
  },
  CONCEDE: {
    v: 'concede ease relax resign release free liberalise liberalize abdicate pardon',
    n: 'concession amnesty',
    p: `lift * curfew; shorten * curfew; ease * measure; lift * state of emergency;
      lift * emergency; lift * ban; cancel * restriction; lift * restriction; ease * restriction;
      decide to allow; allow * to participate; take * step * to enhance; recognize * victory;
      recognise * victory; bow to; give in; give in to; yield to; step down; release * prisoner;
      free * prisoner; grant * amnesty; lift * sanction; ease * sanction; lift * embargo;
      compromise; accede to; relinquish; grant * autonomy; hold * election; legalise; legalize;
      agree to release; acquiesce`,
  },
  RETREAT: {
    v: 'withdraw retreat surrender demobilise demobilize disarm disengage de-escalate',
    n: `ceasefire truce withdrawal retreat cease-fire armistice pullout disarmament demobilization
      lull standstill`,
    p: `declare * ceasefire; announce * ceasefire; observe * truce; pull out; pull back;
      lift * blockade; pay * compensation; lay down * arm; suspend * operation;
      suspension of operation; suspension of attack; suspend * attack; halt * attack;
      halt * operation; cease * attack; cease * operation; hand over * weapon; return * weapon;
      peacekeeping * arrive; peacekeeping * troop; allow * inspector; give up * arm; end * siege;
      lift * siege; return * remain; withdraw * troop; withdraw * force; stand down; scale back;
      draw down; retreat from`,
  },
};

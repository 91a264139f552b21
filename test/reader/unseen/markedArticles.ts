import type { MarkedArticle } from './markedArticle.ts';

/**
 * Invented: nothing in these articles happened. Written and marked before the reader saw them, 21 November 2026.
 *
 * `[words](a)` an actor and `[words](p)` a place that a pack knows, `[words](u)` a name no pack need know, `[words](g)` a
 * group or an office by common nouns and `[words](o)` a person or a thing with a name: both may be found or not.
 * `[cue](v:source)` words that tell who says so; nothing after the colon where nobody is named.
 */
export const MARKED_ARTICLES: readonly MarkedArticle[] = [
  {
    name: 'wire report, Great Lakes',
    published: [2024, 6, 12],
    marked: `Fighting resumes on hills above the lake

[GOMA](p), June 12 (Invented Wire) - [M23](a) fighters shelled positions of the [Congolese army](a) near [Sake](p) on Tuesday, killing at least six soldiers, two officers [said](v:two officers).

The army [denied](v:The army) that it had lost any ground. A spokesman, Colonel [Jean Mbuyi](o), [told](v:spokesman) reporters the town was calm.

[Kigali](a) has repeatedly [rejected](v:Kigali) accusations that it supports the rebels. [Rwanda](a) has not sent troops across the border, its foreign ministry [said](v:foreign ministry) on Monday.

Residents [reported](v:Residents) two explosions in [Rutshuru](p) on June 9. It was not immediately clear who was responsible.

Since the ceasefire [announced](v:) in [Luanda](p) in March, shelling around [Sake](p) had fallen by about half, [according to](v:aid workers) aid workers. Could the truce still hold? Diplomats in [Nairobi](p) [would not say](v:Diplomats).

If the rebels attack [Goma](p) again, [Burundi](a) will send more soldiers, one official [warned](v:one official).`,
    claims: [
      ['shelled positions', 'event'],
      ['reported two explosions', 'event'],
      ['had fallen by about half', 'trend'],
      ['will send more soldiers', 'forecast|rule|redline'],
    ],
    silent: [
      'denied that it had lost',
      'the town was calm',
      'rejected accusations',
      'has not sent troops',
      'Could the truce',
      'not immediately clear',
    ],
  },
  {
    name: 'op-ed, Levant',
    published: [2021, 9, 30],
    marked: `Who really deters whom?

It has become fashionable to [argue](v:) that [Israeli](a) strikes in [Syria](p) deter [Iran](a). The record is less kind. Every time [Israeli](a) jets strike a depot near [Damascus](p), [Hezbollah](a) answers with rockets from southern [Lebanon](p) within a few days.

Imagine for a moment that [Washington](a) had bombed [Tehran](p). Nobody would speak of deterrence then.

The truth is that attacks on [US](a) bases in [Iraq](p) have increased since the killing of a general in January 2020. My friends in [Beirut](p) [insist](v:My friends) that the resistance has never been stronger; I doubt it. Some in [Tel Aviv](p) [believe](v:Some) that [Hamas](a) wants a long truce.

Had [Turkey](a) not closed its border, the militias would have attacked [Aleppo](p). So [say](v:those) those who were there, at least.

[Iran](a) will not stop arming its partners before the next election. [Moscow](a), [I am told](v:), gave its consent to the raids as long as they stayed south of [Homs](p). The weather in [Haifa](p) was lovely.`,
    claims: [
      ['jets strike a depot', 'rule'],
      ['attacks on', 'trend'],
      ['wants a long truce', 'intent'],
      ['will not stop arming', 'forecast|support'],
      ['gave its consent', 'consent|causal|regime'],
      ['fashionable to', 'deterrence'],
    ],
    silent: ['Imagine for a moment', 'Nobody would speak', 'would have attacked', 'Who really deters'],
  },
  {
    name: 'brief, Kashmir',
    published: [2020, 11, 20],
    marked: `Brief 14: Patterns of fire along the Line of Control

Summary. This brief [finds](v:This brief) that [Indian](a) artillery fire in the [Neelum Valley](u) is followed by [Pakistani](a) shelling of [Poonch](u) within two days. The pattern weakened after the hotline talks of 2018.

Background. [India](a) and [Pakistan](a) agreed to a ceasefire on 25 November 2003. Ceasefire violations rose steadily between 2013 and 2019. [New Delhi](a) [accuses](v:New Delhi) [Islamabad](a) of helping militants across the line; [Islamabad](a) [denies](v:Islamabad) this.

Drivers. Analysts [attribute](v:Analysts) the rise to domestic politics rather than to infiltration. There is no evidence that snow reduces the shelling. [Lashkar-e-Taiba](u) claimed none of the attacks in [Srinagar](u) in 2019, and [Jaish-e-Mohammed](u) claimed one.

Outlook. A new understanding between the two armies is possible before the spring. Should [China](a) move troops to [Ladakh](u), [India](a) would probably shift two divisions. In interviews, retired generals [noted](v:retired generals) that neither side intends to escalate.`,
    claims: [
      ['artillery fire in', 'rule'],
      ['pattern weakened', 'regime|trend'],
      ['agreed to a ceasefire', 'truce|event'],
      ['violations rose steadily', 'trend'],
      ['of helping militants', 'event|support|alliance'],
      ['domestic politics', 'causal'],
      ['new understanding', 'forecast'],
      ['shift two divisions', 'forecast|rule'],
      ['intends to escalate', 'intent'],
    ],
    silent: ['no evidence that snow', 'denies this'],
  },
  {
    name: 'local newspaper, translated, Ukraine',
    published: [2019, 10, 8],
    marked: `(Translated from the local edition)

Our street and the line

In [Avdiivka](p) the windows were taped again on Sunday. "They shot at night, from the side of [Yasynuvata](p)," [says](v:neighbour) our neighbour [Halyna](o), who does not want to give her surname.

The headquarters of the [Ukrainian](a) forces [counted](v:headquarters) 23 shellings from 1 to 7 October, of which nine with mortars. The so-called "DPR" [claims](v:DPR) the opposite: [Kyiv](a), it [says](v:it), opened fire first on 3 October near [Horlivka](p).

The withdrawal in [Zolote](p) did not begin on Monday as planned. People ask whether [Moscow](a) has given the order at all. The mayor [hopes](v:The mayor) that both sides will leave [Petrivske](p) before winter.

[It is said](v:) that the separatists moved tanks to [Makiivka](p). We could not verify this. The [OSCE](a) mission [has not confirmed](v:OSCE mission) it.

Shelling of the filter station stopped after the disengagement of 2019 in [Stanytsia Luhanska](p). The bus to [Kramatorsk](p) runs every hour.`,
    claims: [
      ['shot at night', 'event'],
      ['23 shellings', 'count'],
      ['opened fire first', 'event'],
      ['will leave', 'forecast|intent'],
      ['moved tanks', 'event'],
      ['Shelling of the filter station', 'trend|truce'],
    ],
    silent: ['did not begin on Monday', 'People ask whether', 'could not verify', 'has not confirmed'],
  },
  {
    name: 'report of a panel, Sahel',
    published: [2022, 8, 15],
    marked: `Report of the Panel of Experts

II. Dynamics of the conflict

12. The Panel [notes](v:The Panel) that attacks by [JNIM](a) on convoys of the [Malian army](a) between [Mopti](p) and [Gao](p) increased from January to June 2022.

13. The Panel [received](v:) credible information that elements of the [Wagner Group](a) took part in an operation in [Moura](p) from 27 to 31 March 2022. The authorities [maintain](v:The authorities) that only combatants were killed. The Panel [was unable to corroborate](v:The Panel) either figure.

14. [According to](v:three witnesses) three witnesses, combatants of the [Islamic State in the Greater Sahara](a) killed 32 civilians near [Ménaka](p) on 8 March 2022. The group [did not claim](v:The group) the attack.

15. Member States [indicated](v:Member States) that [JNIM](a) allegedly received funds from the sale of livestock. The Panel [has found](v:The Panel) no evidence of direct support by [Algeria](a).

16. [Burkina Faso](a) [informed](v:Burkina Faso) the Panel that it controlled the town of [Djibo](p). Should convoys cease, the town would fall within weeks, humanitarian actors [cautioned](v:humanitarian actors).

17. The Panel [recommends](v:The Panel) that [Niger](a) strengthen its border posts.`,
    claims: [
      ['increased from January', 'trend'],
      ['took part in an operation', 'event|support|alliance'],
      ['only combatants were killed', 'event'],
      ['killed 32 civilians', 'event'],
      ['received funds', 'support|alliance|event'],
      ['controlled the town', 'control'],
      ['the town would fall', 'forecast|rule|causal'],
    ],
    silent: ['unable to corroborate', 'did not claim', 'no evidence of direct', 'strengthen its border'],
  },
  {
    name: 'blog of two voices, Caucasus',
    published: [2021, 8, 2],
    marked: `One morning, two stories

I collect what both sides say, and I leave the judging to you.

[Baku](a): "On 28 July 2021 the [Armenian](a) army opened fire on our posts near [Kalbajar](p)." [Yerevan](a): "On 28 July 2021 the [Azerbaijani](a) army attacked our posts near [Sotk](u), and we answered."

The [Azerbaijani](a) ministry of defence [says](v:ministry of defence) that [Armenia](a) violated the ceasefire 14 times in July. The [Armenian](a) side [puts](v:Armenian side) the number at none. [Armenia](a), in its [words](v:Armenia), only answers when [Azerbaijan](a) fires first.

Did [Russia](a) know? A reader in [Gyumri](p) [writes](v:reader) that the peacekeepers "saw everything and did nothing". Another reader [replies](v:Another reader) that this is untrue.

[Azerbaijani](a) officials [dismissed](v:Azerbaijani officials) as fake the rumour that their soldiers had crossed into [Syunik](p). The rumour has it that three villages were taken.

[Turkey](a) did not supply the drones this time, [claims](v:a retired pilot) a retired pilot. I [think](v:I) shelling will stop once the snow comes.`,
    claims: [
      ['opened fire on our posts', 'event'],
      ['attacked our posts', 'event'],
      ['violated the ceasefire 14', 'count|event'],
      ['only answers when', 'rule|causal'],
      ['shelling will stop', 'forecast|trend'],
      ['saw everything', 'event|intent|capability|causal'],
    ],
    silent: ['number at none', 'Did Russia know', 'this is untrue', 'had crossed into', 'did not supply'],
  },
  {
    name: 'rolling updates, two invented countries',
    published: [2022, 3, 4],
    marked: `Border crisis between Norland and Sudria: what we know

09.40 Drones of [Norland](u) hit a radar station near [Port Hallan](u), the [Sudrian](u) interior ministry [said](v:interior ministry). "The minister [told](v:minister) me 'we shall not answer', and I believe him," the paper [Hallan Courier](o) [quoted](v:Hallan Courier) an aide as saying.

10.15 [Norland](u) [has denied](v:Norland) hitting the station. Its ambassador [called](v:ambassador) the report "an invention".

11.05 Unconfirmed [reports](v:Unconfirmed reports) on social media [speak](v:Unconfirmed reports) of 40 dead. This could not be independently verified.

12.30 [Sudria](u) closed the [Verrin](u) crossing at noon, a customs officer [confirmed](v:customs officer). The last time the crossing was closed, exchanges of fire in the [Verrin](u) hills doubled within three weeks.

13.00 What happens next? [Sudria](u) may ask the [Northern League](u) for help. If it does, [Norland](u) would see this as a hostile act. [Sudria](u) is not expected to leave the league.

14.20 At least 12 artillery rounds landed in [Sudria](u) between 2 March and 4 March 2022, [according to](v:monitors) monitors.`,
    claims: [
      ['hit a radar station', 'event'],
      ['speak', 'count|event'],
      ['closed the Verrin', 'control|event'],
      ['doubled within three weeks', 'rule|trend'],
      ['may ask the', 'forecast'],
      ['12 artillery rounds', 'count'],
    ],
    silent: [
      'denied',
      'an invention',
      'independently verified',
      'What happens next',
      'not expected to leave',
    ],
  },
  {
    name: 'provincial weekly, Mindanao',
    published: [2018, 7, 21],
    marked: `No shooting on the day of the fair

The fair in [Cotabato City](u) passed quietly. Last year, on the eve of the fair, men of the [Bangsamoro Islamic Freedom Fighters](u) ambushed a patrol of the [Philippine Army](a) in [Datu Salibo](u), wounding four soldiers.

"Whenever the army shells the marsh, the [BIFF](u) burns a farm the next day," a village chief [told](v:village chief) this paper. The army spokesman [disputed](v:army spokesman) that. There is no pattern, he [said](v:he).

The peace accord between [Manila](a) and the [Moro Islamic Liberation Front](u) has held since 2014, and clashes between them have all but ceased. The [MILF](u) was widely [blamed](v:) for the bomb in [Isulan](u), but a court cleared it.

Police [suspect](v:Police) that a bomb maker from [Malaysia](p) trained the men. [Abu Sayyaf](u) fighters are [thought](v:) to be hiding in the hills of [Sulu](u). Without the accord, the plains would have burned.

[Manila](a) plans to sign the new law before the end of July. A priest [asked](v:A priest) who will disarm the clans.`,
    claims: [
      ['ambushed a patrol', 'event'],
      ['Whenever the army shells', 'rule'],
      ['peace accord between', 'truce'],
      ['clashes between them', 'trend'],
      ['for the bomb in', 'event'],
      ['trained the men', 'support|alliance|event'],
      ['plans to sign', 'forecast|intent'],
    ],
    silent: ['There is no pattern', 'disputed', 'a court cleared it', 'would have burned', 'who will disarm'],
  },
];

/**
 * Invented paragraphs in the manner of news analysis, one theatre each, with what they name marked by hand:
 * `[words](a:Id)` an actor, `p:Id` a place, `u` a name that no pack knows, `l` one that the words make a place, `x:Id` a people or land as attribute,
 * `t:FIRST..LAST` a time, `t:open` a time without days. Nothing in them happened.
 */
export interface MarkedParagraph {
  readonly theatre: string;
  readonly pack: string;
  readonly published: string;
  readonly marked: string;
}

export const PARAGRAPHS: readonly MarkedParagraph[] = [
  {
    theatre: 'Mali',
    pack: 'sahel',
    published: '2024-09-20',
    marked:
      '[JNIM](a:Jnim) claimed an ambush near [Ansongo](p:Ansongo) [on 3 September](t:2024-09-03..2024-09-03), and the [Malian army](a:Mali) answered with air strikes around [Menaka](p:Menaka) within days. [Bamako](a:Mali) says its campaign has pushed fighters out of [Gao](p:Gao), but residents of [northern Mali](p:NorthernMali) describe a quieter arrangement. Since the withdrawal of [MINUSMA](a:Minusma), patrols by [Wagner](a:Wagner) have grown rarer, according to a researcher in [Dakar](p:Dakar).',
  },
  {
    theatre: 'Burkina Faso and Niger',
    pack: 'sahel',
    published: '2023-11-02',
    marked:
      'The [Islamic State Sahel Province (ISSP)](a:IsSahel) has fought [JNIM](a:Jnim) along the border between [Burkina Faso](p:BurkinaFasoTerritory) and [Niger](p:NigerTerritory) [since 2020](t:2020-01-01..2020-12-31). [Last month](t:2023-10-01..2023-10-31) [ISSP](a:IsSahel) attacked a camp in [Tillaberi](p:Tillaberi); [three weeks later](t:2023-10-22..2023-11-02) soldiers loyal to [Niamey](a:Niger) raided two villages. [French](a:France) officials, who left [Niger](p:NigerTerritory) [in September](t:2023-09-01..2023-09-30), had warned of such a spiral.',
  },
  {
    theatre: 'Donbas',
    pack: 'ukraine',
    published: '2018-08-15',
    marked:
      "Monitors of the [OSCE](a:Osce) counted more than 6,000 violations [in the first week of August](t:2018-08-01..2018-08-07), most of them near [Horlivka](p:Horlivka) and [Donetsk airport](p:DonetskAirport). [Kyiv](a:Ukraine) blames the [armed formations](a:Formations); the [Donetsk People's Republic](a:Donetsk2014) blames [Ukrainian](a:Ukraine) artillery. The truce announced [on 1 July](t:2018-07-01..2018-07-01) had held for two weeks in [Luhansk](p:Luhansk). [Moscow](a:Russia) denies that its troops are in [eastern Ukraine](p:Donbas).",
  },
  {
    theatre: 'the Black Sea',
    pack: 'ukraine',
    published: '2024-02-20',
    marked:
      '[Ukraine](a:Ukraine) struck ships of the [Black Sea Fleet](a:BlackSeaFleet) in [Sevastopol](p:Sevastopol) [last autumn](t:2023-09-01..2023-11-30), and [Russia](a:Russia) moved vessels to [Novorossiysk](u). Attacks on [Odesa](p:Odesa) followed within a week on each occasion, an officer in [Kyiv](p:Kyiv) said [on Monday](t:2024-02-19..2024-02-19). Grain still leaves [Odesa](p:Odesa) for [Egypt](a:Egypt) and [Turkey](a:Turkey).',
  },
  {
    theatre: 'Korea',
    pack: 'korea',
    published: '2024-06-12',
    marked:
      '[North Korea](a:NorthKorea) sent balloons across the [Demilitarized Zone](p:DemilitarizedZone) [on the night of 8 June](t:2024-06-08..2024-06-08), a day after activists in [Paju](p:Paju) released leaflets. [Seoul](a:SouthKorea) switched its loudspeakers on [the following day](t:2024-06-09..2024-06-09). [Kim Yo Jong](a:KimYoJong), the sister of [Kim Jong Un](a:KimJongUn), warned of a new response if [South Korean](a:SouthKorea) broadcasts continue. [Pyongyang](a:NorthKorea) has fired no missile toward [Japan](p:JapanTerritory) [since January](t:2024-01-01..2024-01-31).',
  },
  {
    theatre: 'Karabakh',
    pack: 'caucasus',
    published: '2023-03-15',
    marked:
      '[Baku](a:Azerbaijan) closed the [Lachin corridor](p:LachinCorridor) [in December](t:2022-12-01..2022-12-31), and [Yerevan](a:Armenia) has asked [Russian peacekeepers](a:RussianPeacekeepers) to reopen it. [Azerbaijani](a:Azerbaijan) troops crossed the line near [Shusha](p:Shusha) [on 5 March](t:2023-03-05..2023-03-05); three officers from [Stepanakert](p:Stepanakert) died. [Nikol Pashinyan](a:Pashinyan) said that [Armenia](a:Armenia) would not answer. Monitors of the [EU](a:EuropeanUnion) patrol only inside [Armenia](p:ArmeniaTerritory), in [Syunik](p:Syunik) and [Gegharkunik](p:Gegharkunik).',
  },
  {
    theatre: 'South Ossetia',
    pack: 'caucasus',
    published: '2009-01-10',
    marked:
      '[Georgian](a:Georgia) artillery shelled [Tskhinvali](p:Tskhinvali) [on 7 August 2008](t:2008-08-07..2008-08-07), and [Russian](a:Russia) columns came through the [Roki Tunnel](p:RokiTunnel) [the next day](t:2008-08-08..2008-08-08). [Tbilisi](a:Georgia) maintains that [South Ossetian forces](a:SouthOssetiaForces) had fired first. [In October](t:2008-10-01..2008-10-31) the [European Union Monitoring Mission](a:EuMonitoring) began patrols around [Gori](p:Gori).',
  },
  {
    theatre: 'eastern Congo',
    pack: 'greatlakes',
    published: '2024-03-01',
    marked:
      'The [M23](a:M23) took [Sake](p:Sake) [in early February](t:2024-02-01..2024-02-10) and shelled [Goma](p:Goma) twice. [Kinshasa](a:DemocraticRepublicOfCongo) and several [UN](a:UnitedNations) reports say that [Rwandan](a:Rwanda) soldiers fight beside it, which [Kigali](a:Rwanda) denies. The [FARDC](a:DemocraticRepublicOfCongo) relies on [Wazalendo](a:Wazalendo) and on troops of [SADC](a:Sadc). [Paul Kagame](a:Kagame) told [Jeune Afrique](u) that the [FDLR](a:Fdlr) remain a threat to [Rwanda](a:Rwanda). Thousands fled from [Masisi](p:Masisi) toward [Lake Kivu](p:LakeKivu).',
  },
  {
    theatre: 'Colombia',
    pack: 'colombia',
    published: '2014-02-01',
    marked:
      'The [FARC](a:Farc) declared a pause [from 15 December to 15 January](t:2013-12-15..2014-01-15), and [CERAC](a:Cerac) counted four attacks in that month, all in [Cauca](p:Cauca) and [Putumayo](p:Putumayo). The [ELN](a:Eln) was no part of it: its units blew up a pipeline in [Arauca](p:Arauca) [on Christmas Day](t:2013-12-25..2013-12-25). [Bogotá](a:Colombia) did not reciprocate, and the [Colombian army](a:Colombia) kept up raids in [Caquetá](p:Caqueta). Talks in [Havana](p:Havana) resumed [a week later](t:2014-01-01..2014-01-01).',
  },
  {
    theatre: 'southern Lebanon',
    pack: 'levant',
    published: '2024-01-20',
    marked:
      '[Hezbollah](a:Hezbollah) has fired rockets at [northern Israel](p:Galilee) [since 8 October](t:2023-10-08..2023-10-08), and [Israel](a:Israel) has answered with strikes on villages in [southern Lebanon](p:SouthLebanon). A drone killed a [Hamas](a:Hamas) leader in [Beirut](p:Beirut) [on 2 January](t:2024-01-02..2024-01-02). [UNIFIL](a:Unifil) reports fire across the line each day. Diplomats from [Paris](a:France) and [Washington](a:US) propose that fighters move north of the [Litani River](p:LitaniRiver); [Beirut](a:Lebanon) has asked for guarantees from [Israel](a:Israel).',
  },
  {
    theatre: 'Iraq',
    pack: 'levant',
    published: '2023-12-01',
    marked:
      'The [Islamic Resistance in Iraq](a:IraqiMilitias) said it had struck [Ain al-Asad](p:AinAlAsad) and a base near [Erbil](p:Erbil) [last week](t:2023-11-20..2023-11-26). The [Pentagon](a:US) counts more than 70 attacks [since mid-October](t:2023-10-11..2023-10-20). [American](a:US) aircraft hit [Jurf al-Nasr](p:JurfAlNasr), a stronghold of [Kataib Hezbollah (KH)](a:KataibHezbollah), and [KH](a:KataibHezbollah) promised an answer. [Baghdad](a:Iraq) protested. [Iraqi](x:IraqTerritory) families living nearby were moved to [Karbala](p:Karbala).',
  },
  {
    theatre: 'Darfur, with no pack of its own',
    pack: 'world',
    published: '2023-07-05',
    marked:
      'The [Rapid Support Forces](u) entered [Nyala](u) [in April](t:2023-04-01..2023-04-30), and the [Sudanese](a:Sudan) air force bombed the town [a month later](t:2023-05-01..2023-05-30). [Khartoum](a:Sudan) accuses the [United Arab Emirates](a:UnitedArabEmirates) of sending arms through [Chad](p:ChadTerritory). Mediators from [Saudi Arabia](a:SaudiArabia) and the [African Union](a:AfricanUnion) met in [Jeddah](l) [on 20 May](t:2023-05-20..2023-05-20).',
  },
];

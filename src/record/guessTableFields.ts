import { TABLE_FIELDS, type TableField } from './tableMap.ts';

/** Names under which tables hold a field, without capitals and marks; the likelier first. */
const NAMES: Readonly<Record<TableField, readonly string[]>> = {
  id: ['id', 'eventid', 'eventidcnty', 'incidentid', 'uid', 'gtdid', 'globaleventid', 'recordid'],
  date: ['date', 'eventdate', 'datestart', 'startdate', 'incidentdate', 'dateofevent', 'attackdate'],
  year: ['year', 'iyear'],
  month: ['month', 'imonth'],
  day: ['day', 'iday'],
  date_end: ['dateend', 'enddate', 'lastdate', 'dateto'],
  precision: ['precision', 'dateprecision'],
  initiator: [
    ...['initiator', 'attacker', 'perpetrator', 'perpetratorgroup', 'aggressor', 'actor1', 'actor1name'],
    ...['sidea', 'sourcename', 'sourceactor', 'gname', 'group', 'armedgroup', 'actor', 'doer'],
  ],
  target: [
    ...['target', 'victim', 'defender', 'actor2', 'actor2name', 'sideb', 'targetname', 'targetactor'],
    ...['targetgroup', 'victimgroup', 'recipient'],
  ],
  act: [
    ...['act', 'action', 'subeventtype', 'eventtype', 'attacktype', 'attacktype1txt', 'incidenttype'],
    ...[
      'typeofincident',
      'typeofattack',
      'type',
      'event',
      'eventtext',
      'weapon',
      'weapontype',
      'code',
      'eventcode',
      'cameocode',
    ],
  ],
  place: ['place', 'location', 'city', 'town', 'locality', 'village', 'settlement', 'site', 'placename'],
  zone: ['zone', 'admin1', 'province', 'governorate', 'district', 'region', 'state', 'area', 'provstate'],
  country: ['country', 'countrytxt', 'countryname', 'nation'],
  latitude: ['latitude', 'lat'],
  longitude: ['longitude', 'lon', 'lng', 'long'],
  killed_low: ['killedlow', 'killedmin', 'minkilled', 'fatalitieslow', 'deathslow', 'low', 'minfatalities'],
  killed_best: ['killed', 'killedbest', 'fatalities', 'deaths', 'dead', 'nkill', 'best', 'casualtieskilled'],
  killed_high: [
    'killedhigh',
    'killedmax',
    'maxkilled',
    'fatalitieshigh',
    'deathshigh',
    'high',
    'maxfatalities',
  ],
  wounded: ['wounded', 'injured', 'nwound', 'injuries'],
  attribution: ['attribution'],
  sources: ['sources', 'source', 'publisher', 'sourceoffice'],
  address: ['url', 'link', 'sourceurl', 'address', 'href'],
  note: ['note', 'notes', 'description', 'summary', 'comment', 'comments', 'details', 'remark', 'remarks'],
};

/** Which columns of a header may hold a field, the likelier first; a name that stands twice is left out. */
export function guessTableFields(header: readonly string[]): ReadonlyMap<TableField, readonly string[]> {
  const columns = new Map<string, string[]>();
  for (const name of header) {
    const key = name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
    columns.set(key, [...(columns.get(key) ?? []), name]);
  }
  return new Map(
    TABLE_FIELDS.map((field) => [
      field,
      NAMES[field].flatMap((name) => {
        const found = columns.get(name) ?? [];
        return found.length === 1 ? found : [];
      }),
    ]),
  );
}

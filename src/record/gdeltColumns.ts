/** Where the fields of a GDELT event file stand: its files name no columns. Source: leetaruSchrodt2013. */

const GEOGRAPHY = ['Geo_Type', 'Geo_FullName', 'Geo_CountryCode', 'Geo_ADM1Code'];
const GEOGRAPHY_2 = [...GEOGRAPHY, 'Geo_ADM2Code'];
const POSITION = ['Geo_Lat', 'Geo_Long', 'Geo_FeatureID'];

function listColumns(geography: readonly string[]): readonly string[] {
  const actor = (side: string) =>
    [
      ...['Code', 'Name', 'CountryCode', 'KnownGroupCode', 'EthnicCode', 'Religion1Code', 'Religion2Code'],
      ...['Type1Code', 'Type2Code', 'Type3Code'],
    ].map((name) => side + name);
  return [
    ...['GLOBALEVENTID', 'SQLDATE', 'MonthYear', 'Year', 'FractionDate'],
    ...actor('Actor1'),
    ...actor('Actor2'),
    ...['IsRootEvent', 'EventCode', 'EventBaseCode', 'EventRootCode', 'QuadClass', 'GoldsteinScale'],
    ...['NumMentions', 'NumSources', 'NumArticles', 'AvgTone'],
    ...['Actor1', 'Actor2', 'Action'].flatMap((side) =>
      [...geography, ...POSITION].map((name) => side + name),
    ),
    ...['DATEADDED', 'SOURCEURL'],
  ];
}

/** Columns of GDELT 1.0 (58; back-files end before SOURCEURL). */
export const GDELT_1_COLUMNS: readonly string[] = listColumns(GEOGRAPHY);

/** Columns of GDELT 2.0 (61: each place has a district code more). */
export const GDELT_2_COLUMNS: readonly string[] = listColumns(GEOGRAPHY_2);

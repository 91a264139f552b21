/** The tables of the store. Names, places and acts are kept once and events hold their numbers, so that filters compare whole numbers only. */
export const SCHEMA_VERSION = 3;

export const SCHEMA: readonly string[] = [
  'CREATE TABLE meta (key VARCHAR, value VARCHAR)',
  `CREATE TABLE record (id INTEGER, name VARCHAR, hash VARCHAR, format VARCHAR, row_count BIGINT, right_count BIGINT,
     set_aside_count BIGINT, unused_columns VARCHAR, encoding VARCHAR, answers VARCHAR)`,
  // A list of names as a JSON array; number 0 is the empty list.
  'CREATE TABLE actors (id INTEGER, names VARCHAR)',
  'CREATE TABLE act (id INTEGER, code VARCHAR, class VARCHAR)',
  'CREATE TABLE place (id INTEGER, names VARCHAR, latitude DOUBLE, longitude DOUBLE)',
  `CREATE TABLE event (record INTEGER, line BIGINT, id VARCHAR, first INTEGER, last INTEGER, counted_last INTEGER,
     precision_kind INTEGER, initiators INTEGER, targets INTEGER, directed INTEGER, act INTEGER, place INTEGER, killed_low INTEGER,
     killed_high INTEGER, killed_best INTEGER, killed_initiators INTEGER, killed_targets INTEGER,
     killed_civilians INTEGER, killed_side VARCHAR, wounded INTEGER, attribution INTEGER, sources VARCHAR, address VARCHAR, note VARCHAR)`,
  'CREATE TABLE set_aside (record INTEGER, line BIGINT, field VARCHAR, reason VARCHAR, raw VARCHAR)',
  'CREATE TABLE duplicate (record_a INTEGER, line_a BIGINT, record_b INTEGER, line_b BIGINT)',
  // How many pairs there are between two records, also those that are too many to be listed.
  'CREATE TABLE duplicate_count (record_a INTEGER, record_b INTEGER, pairs BIGINT)',
  `INSERT INTO meta VALUES ('schema', '${SCHEMA_VERSION}')`,
];

/** Numbers stored for words; a word keeps its number for ever, new ones are added at the end. */
export const PRECISION_KINDS = ['day', 'night', 'approx', 'week', 'month', 'year', 'spell'] as const;
export const ATTRIBUTION_KINDS = ['stated', 'claimed', 'attributed', 'unattributed', 'unknown'] as const;

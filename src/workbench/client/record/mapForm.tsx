import { useState } from 'preact/hooks';
import { EVENT_CLASSES } from '../../../language/index.ts';
import type { DroppedRecord } from '../../protocol/index.ts';
import { readDraftedMap } from './draftedMap.ts';
import { confirmMap } from './dropped.ts';
import { printMap } from './printMap.ts';

type UnknownTable = Extract<DroppedRecord, { kind: 'unknown' }>;

const FIELDS: readonly (readonly [string, string])[] = [
  ['date', 'date'],
  ['date_end', 'last day'],
  ['year', 'year'],
  ['month', 'month'],
  ['day', 'day of the month'],
  ['precision', 'how exact the date is'],
  ['initiator', 'who acted (or first side)'],
  ['target', 'on whom (or second side)'],
  ['act', 'what was done'],
  ['place', 'place'],
  ['zone', 'zone or province'],
  ['country', 'country'],
  ['latitude', 'latitude'],
  ['longitude', 'longitude'],
  ['killed_best', 'killed'],
  ['killed_low', 'killed, lowest'],
  ['killed_high', 'killed, highest'],
  ['wounded', 'wounded'],
  ['attribution', 'who says who did it'],
  ['sources', 'sources'],
  ['address', 'web address'],
  ['note', 'note'],
  ['id', 'id'],
];

/** `31/05/2024`: which number is the month is not told by the date. */
const MIXED_DATE = /^\s*\d{1,2}[./-]\d{1,2}[./-]\d{2,4}/;

/** A table of no known format: which column holds what, drafted for a person to confirm. */
export function MapForm(props: {
  readonly entry: number;
  readonly table: UnknownTable;
  /** What is wrong with the map that was sent before. */
  readonly fault: string | null;
}) {
  const { entry, table, fault } = props;
  const [draft] = useState(() => readDraftedMap(table.map));
  const [fields, setFields] = useState<ReadonlyMap<string, string>>(
    () =>
      new Map(
        [...draft.columns].flatMap(([field, column]) =>
          table.columns.includes(column) ? [[column, field]] : [],
        ),
      ),
  );
  const [acts, setActs] = useState(draft.acts);
  const [dates, setDates] = useState(draft.datesAreSure ? (draft.dates ?? '') : '');
  const [directed, setDirected] = useState<boolean | null>(null);
  const [fixedAct, setFixedAct] = useState('');
  const [unknown, setUnknown] = useState(draft.unknown.join(', '));
  const actColumn = [...fields].find(([, field]) => field === 'act')?.[0] ?? null;
  const codes = actColumn === null ? [] : [...new Set(cellsOf(table, actColumn))].filter(Boolean);
  const needsOrder = [...fields].some(
    ([column, field]) =>
      (field === 'date' || field === 'date_end') &&
      cellsOf(table, column).some((cell) => MIXED_DATE.test(cell)),
  );
  const missing =
    findMissing(fields, directed) ?? (needsOrder && dates === '' ? 'Is the day or the month first?' : null);
  const send = (event: Event): void => {
    event.preventDefault();
    if (missing !== null || directed === null) return;
    const map = printMap({
      kept: draft.kept,
      dates,
      directed,
      unknown: unknown
        .split(',')
        .map((mark) => mark.trim())
        .filter(Boolean),
      columns: new Map(
        [...fields].filter(([, field]) => field !== '').map(([column, field]) => [field, column]),
      ),
      fixedAct: actColumn === null ? fixedAct : '',
      acts: new Map(
        [...acts, ...(actColumn === null ? [[fixedAct, fixedAct] as const] : [])].filter(
          ([, actClass]) => actClass !== '',
        ),
      ),
    });
    void confirmMap(entry, { file: table.file, map });
  };
  return (
    <form class="map-form" onSubmit={send}>
      {fault === null ? (
        <p>This table is in none of the formats Tacit knows.</p>
      ) : (
        <p class="notice" role="alert">
          {fault}
        </p>
      )}
      <p>{fault === null ? 'Say' : 'Or say'} what its columns hold; nothing is read before you confirm.</p>
      <table class="data">
        <caption>Columns of {table.file}</caption>
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">First cells</th>
            <th scope="col">Holds</th>
          </tr>
        </thead>
        <tbody>
          {table.columns.map((column) => (
            <tr>
              <th scope="row">{column}</th>
              <td class="dim">{cellsOf(table, column).slice(0, 3).join(' · ')}</td>
              <td>
                <select
                  aria-label={`What ${column} holds`}
                  value={fields.get(column) ?? ''}
                  onChange={({ currentTarget }) =>
                    setFields(new Map(fields).set(column, currentTarget.value))
                  }
                >
                  <option value="">not used</option>
                  {FIELDS.map(([field, words]) => (
                    <option value={field}>{words}</option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <fieldset>
        <legend>Do the two sides say who acted on whom?</legend>
        <label>
          <input
            type="radio"
            name={`directed-${entry}`}
            checked={directed === true}
            onChange={() => setDirected(true)}
          />{' '}
          Yes: the first acted on the second
        </label>
        <label>
          <input
            type="radio"
            name={`directed-${entry}`}
            checked={directed === false}
            onChange={() => setDirected(false)}
          />{' '}
          No: they are only two sides of an event
        </label>
      </fieldset>
      <label class="field">
        Order of day and month
        <select value={dates} onChange={({ currentTarget }) => setDates(currentTarget.value)}>
          <option value="">dates need none (2024-05-31)</option>
          <option value="dmy">day first (31/05/2024)</option>
          <option value="mdy">month first (05/31/2024)</option>
          <option value="ymd">year first (2024/05/31)</option>
        </select>
      </label>
      <label class="field">
        Marks for “not known”, between commas
        <input type="text" value={unknown} onInput={({ currentTarget }) => setUnknown(currentTarget.value)} />
      </label>
      {actColumn !== null ? (
        <Acts
          codes={codes}
          acts={acts}
          change={(code, actClass) => setActs(new Map(acts).set(code, actClass))}
        />
      ) : (
        <label class="field">
          No column says what was done; every row is
          <ActChoice label="What every row is" value={fixedAct} choose={setFixedAct} />
        </label>
      )}
      <button type="submit" class="primary" disabled={missing !== null}>
        Read the table like this
      </button>{' '}
      <span class="dim" role="status">
        {missing ?? ''}
      </span>
    </form>
  );
}

function Acts(props: {
  codes: readonly string[];
  acts: ReadonlyMap<string, string>;
  change: (code: string, actClass: string) => void;
}) {
  const { codes, acts, change } = props;
  return (
    <fieldset>
      <legend>What the acts of this table are</legend>
      <p class="dim">Acts without a class count for no claim until the theatre takes them by name.</p>
      {[...new Set([...acts.keys(), ...codes])].map((code) => (
        <label class="field">
          {code}
          <ActChoice
            label={`Class of ${code}`}
            value={acts.get(code) ?? ''}
            choose={(chosen) => change(code, chosen)}
          />
        </label>
      ))}
    </fieldset>
  );
}

function ActChoice(props: { label: string; value: string; choose: (value: string) => void }) {
  return (
    <select
      aria-label={props.label}
      value={props.value}
      onChange={({ currentTarget }) => props.choose(currentTarget.value)}
    >
      <option value="">no class</option>
      {[...EVENT_CLASSES].map((actClass) => (
        <option value={actClass}>{actClass}</option>
      ))}
    </select>
  );
}

function cellsOf({ columns, sample }: UnknownTable, column: string): readonly string[] {
  const at = columns.indexOf(column);
  return sample.map((row) => row[at] ?? '');
}

/** What still has to be answered, in words, or null. */
function findMissing(fields: ReadonlyMap<string, string>, directed: boolean | null): string | null {
  const used = [...fields.values()].filter(Boolean);
  const twice = used.find((field, index) => used.indexOf(field) !== index);
  if (twice !== undefined)
    return `Two columns hold “${FIELDS.find(([field]) => field === twice)?.[1] ?? twice}”.`;
  const hasDate = used.includes('date') || ['year', 'month', 'day'].every((part) => used.includes(part));
  if (!hasDate) return 'Which column holds the date?';
  if (directed === null) return 'Do the two sides say who acted on whom?';
  return null;
}

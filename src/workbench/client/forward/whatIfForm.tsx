import { useState } from 'preact/hooks';
import { quoted } from '../../../language/index.ts';
import { insertText } from '../editor/insertText.ts';
import { declaredNames } from '../sentence/declaredNames.ts';
import { files, shown } from '../workbench.ts';
import { printWhatIf, type WhatIfChange } from './printWhatIf.ts';

const CHANGES: readonly (readonly [WhatIfChange['kind'], string])[] = [
  ['without', 'a rule no longer holds'],
  ['truce', 'a truce holds'],
  ['share', 'an act happens less, or not at all'],
];

/** Writes a what-if with the person: what changes, from which day, for how long. */
export function WhatIfForm() {
  const names = declaredNames(files.value.map(({ edits, text }) => (edits.value >= 0 ? text() : '')));
  const claims = names.get('claim') ?? [];
  const actors = names.get('actor') ?? [];
  const [kind, setKind] = useState<WhatIfChange['kind']>('without');
  const [filled, setFilled] = useState<Readonly<Record<string, string>>>({});
  const [chosen, setFrom] = useState<string | null>(null);
  const from = chosen ?? dayAfterRecord();
  const [days, setDays] = useState('90');
  const put = (name: string) => (value: string) => setFilled({ ...filled, [name]: value });
  const written = printWhatIf({ kind, filled, from, days });
  return (
    <form
      class="next-step"
      aria-labelledby="new-what-if"
      onSubmit={(event) => {
        event.preventDefault();
        if (!written.ok) return;
        insertText({ kind: 'whatif', text: `whatif ${quoted(written.title)} ${written.text}` });
      }}
    >
      <h3 id="new-what-if">New what-if</h3>
      <p>
        The theatre runs forward twice, as it is and changed; the difference is what the change would do if
        the rules of the text hold.
      </p>
      <div class="filters">
        <Choice label="What if" value={kind} choose={(value) => setKind(value as WhatIfChange['kind'])}>
          {CHANGES}
        </Choice>
        {kind === 'without' ? (
          <Choice label="which rule" value={filled['claim'] ?? ''} choose={put('claim')}>
            {[['', ''], ...claims.map((claim) => [claim, claim] as const)]}
          </Choice>
        ) : (
          <Word label={kind === 'truce' ? 'between' : 'who acts'} list={actors} put={put('one')} />
        )}
        {kind === 'share' ? <Word label="does what" list={['strike', 'attack']} put={put('act')} /> : null}
        {kind === 'without' ? null : (
          <Word label={kind === 'truce' ? 'and' : 'to whom'} list={actors} put={put('other')} />
        )}
        {kind === 'share' ? (
          <Word label="percent that is left (0: none)" list={[]} put={put('percent')} />
        ) : null}
        <label>
          from
          <input type="date" value={from} onInput={({ currentTarget }) => setFrom(currentTarget.value)} />
        </label>
        <label>
          for days
          <input
            type="number"
            min={1}
            max={3660}
            value={days}
            onInput={({ currentTarget }) => setDays(currentTarget.value)}
          />
        </label>
      </div>
      <button type="submit" disabled={!written.ok}>
        Insert into the text
      </button>{' '}
      <span class="dim" role="status">
        {written.ok ? '' : written.missing}
      </span>
    </form>
  );
}

function Choice(props: {
  readonly label: string;
  readonly value: string;
  readonly choose: (value: string) => void;
  readonly children: readonly (readonly [string, string] | readonly string[])[];
}) {
  return (
    <label>
      {props.label}
      <select value={props.value} onChange={({ currentTarget }) => props.choose(currentTarget.value)}>
        {props.children.map(([value, words]) => (
          <option value={value}>{words}</option>
        ))}
      </select>
    </label>
  );
}

function Word(props: { label: string; list: readonly string[]; put: (value: string) => void }) {
  const id = `what-if ${props.label}`.replace(/\W+/g, '-');
  return (
    <label>
      {props.label}
      <input
        type="text"
        autocomplete="off"
        list={id}
        onInput={({ currentTarget }) => props.put(currentTarget.value)}
      />
      <datalist id={id}>
        {props.list.map((name) => (
          <option value={name} />
        ))}
      </datalist>
    </label>
  );
}

/** The first day nothing is recorded of: from there the future is open. */
function dayAfterRecord(): string {
  const days = (shown.value?.examination.records ?? []).map(({ covers, last }) => covers?.last ?? last ?? '');
  const last = [...days].sort().at(-1) ?? '';
  return last === '' ? '' : new Date(Date.parse(last) + 86_400_000).toISOString().slice(0, 10);
}

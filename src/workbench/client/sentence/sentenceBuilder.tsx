import { signal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import {
  buildSentence,
  quoted,
  SENTENCE_FORMS,
  STANDARD_ACTS,
  type SentenceForm,
  type Slot,
} from '../../../language/index.ts';
import { insertText } from '../editor/insertText.ts';
import { eventsByWord, wordsForActs } from '../record/wordsForActs.ts';
import { activeFile, files, mainFile, shown } from '../workbench.ts';
import { declaredNames } from './declaredNames.ts';
import { isBuilding } from './isBuilding.ts';
import { nameOf } from './nameOf.ts';
import { settleNames } from './settleNames.ts';

type Filled = Readonly<Record<string, string | undefined>>;

interface Begun {
  readonly form: SentenceForm | undefined;
  readonly filled: Filled;
  readonly source: string;
  readonly passage: string;
  readonly name: string;
}

/** What a person has begun stays when the form is closed before it was inserted. */
const begun = signal<Begun>({ form: SENTENCE_FORMS[0], filled: {}, source: '', passage: '', name: '' });

/** The form for new claims: a sentence is chosen, filled in, looked at and inserted. */
export function SentenceBuilder() {
  const { form, filled, source, passage, name } = begun.value;
  const set = (more: Partial<Begun>) => (begun.value = { ...begun.value, ...more });
  const texts = files.value.map((file) => (file.edits.value >= 0 ? file.view.state.doc.toString() : ''));
  const names = useMemo(() => declaredNames(texts), [texts.join('\n')]);
  const place = useRef<HTMLFormElement>(null);
  useEffect(() => place.current?.querySelector('select')?.focus(), []);
  if (form === undefined) return null;
  const recorded = (shown.value?.examination.records ?? []).flatMap(
    ({ undeclaredActors, undeclaredPlaces }) =>
      [...undeclaredActors, ...undeclaredPlaces].map((one) => one.name),
  );
  const settled = settleNames(form, filled, texts, recorded);
  const built = buildSentence(form, settled.filled);
  const claimName = nameOf(name) === '' ? freeName(names.get('claim') ?? []) : nameOf(name);
  const sourceName = nameOf(source);
  const isTaken = names.get('claim')?.includes(claimName) === true;
  const problems = [
    ...(sourceName === '' ? ['Who makes the claim?'] : []),
    ...(isTaken ? [`There is a claim ${claimName} already.`] : []),
    ...settled.problems,
    ...(built.ok ? [] : built.problems.map(({ message }) => message)),
  ];
  const counted = eventsByWord(
    wordsForActs(shown.value?.examination.records ?? [], mainFile.value?.view.state.doc.toString() ?? ''),
  );
  const text = printClaim(claimName, sourceName, passage, built.ok ? built.text : '…');
  const insert = (event: Event): void => {
    event.preventDefault();
    if (problems.length > 0) return;
    if (names.get('source')?.includes(sourceName) !== true) {
      const display = sourceName === source.trim() ? '' : ` ${quoted(source.trim())}`;
      insertText({ kind: 'declaration', text: `source ${sourceName}${display}` });
    }
    for (const line of settled.declare) insertText({ kind: 'declaration', text: line });
    insertText({ kind: 'claim', text, source: sourceName });
    set({ filled: {}, name: '', passage: '' });
    close();
  };
  return (
    <form
      class="builder"
      aria-labelledby="new-claim"
      ref={place}
      onSubmit={insert}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <h2 id="new-claim">New claim</h2>
      <div class="slots">
        <label class="field wide">
          Kind of sentence
          <select
            value={form.id}
            onChange={({ currentTarget }) =>
              set({ form: SENTENCE_FORMS.find(({ id }) => id === currentTarget.value) })
            }
          >
            {SENTENCE_FORMS.map(({ id, name: words }) => (
              <option value={id}>{words}</option>
            ))}
          </select>
        </label>
      </div>
      <p class="dim">
        {form.meaning} For example: <code>{form.example}</code>
      </p>
      <div class="slots">
        <Text
          label="said by"
          value={source}
          change={(value) => set({ source: value })}
          list={names.get('source') ?? []}
        />
        <Text
          label="at which passage (optional)"
          value={passage}
          change={(value) => set({ passage: value })}
          list={[]}
        />
        <Text
          label={`name of the claim (else ${freeName(names.get('claim') ?? [])})`}
          value={name}
          change={(value) => set({ name: value })}
          list={[]}
        />
      </div>
      <div class="slots">
        {form.slots.map((slot, index) => (
          <SlotField
            key={`${form.id} ${slot.name}`}
            slot={slot}
            isFirst={/Actor$/.test(slot.name) || beginsRow(form.slots, index)}
            value={filled[slot.name] ?? ''}
            suggestions={suggest(slot, names, counted)}
            change={(value) => set({ filled: { ...filled, [slot.name]: value } })}
          />
        ))}
      </div>
      <div class="preview">
        <pre aria-label="The claim as it will be inserted" tabIndex={0}>
          {text}
        </pre>
        <p class="dim" role="status">
          {describeAbsent(form, filled, counted)} {describeDeclared(settled.declare)}{' '}
          {problems.slice(0, 3).join(' ')}
          {problems.length > 3 ? ` And ${problems.length - 3} more.` : ''}
        </p>
        <div class="buttons">
          <button type="submit" class="primary" disabled={problems.length > 0}>
            Insert into the text
          </button>
          <button type="button" onClick={close}>
            Close
          </button>
        </div>
      </div>
    </form>
  );
}

function describeDeclared(lines: readonly string[]): string {
  return lines.length === 0 ? '' : `Declared along with it: ${lines.join('; ')}.`;
}

/** The keys go back to the text. */
function close(): void {
  isBuilding.value = false;
  activeFile.value?.view.focus();
}

const WORDS_TOLD = 5;

/** Acts that are chosen and that the record does not hold: such a claim cannot be tested. */
function describeAbsent(form: SentenceForm, filled: Filled, counted: ReadonlyMap<string, number>): string {
  const acts = form.slots.flatMap(({ kind, name }) => (kind === 'act' ? [(filled[name] ?? '').trim()] : []));
  const absent = acts.find((act) => act !== '' && !counted.has(act));
  if (absent === undefined || counted.size === 0) return '';
  const held = [...counted].slice(0, WORDS_TOLD).map(([word, events]) => `${word} (${events})`);
  return `No event of the record is counted by “${absent}”. It holds ${held.join(', ')}.`;
}

function printClaim(name: string, source: string, passage: string, sentence: string): string {
  const place = passage.trim() === '' ? '' : ` at ${quoted(passage.trim())}`;
  return `claim ${name} by ${source === '' ? '…' : source}${place}\n  ${sentence}`;
}

function freeName(taken: readonly string[]): string {
  let number = taken.length + 1;
  while (taken.includes(`Claim${number}`)) number += 1;
  return `Claim${number}`;
}

/** Acts that the record holds come first. */
function suggest(
  slot: Slot,
  names: ReturnType<typeof declaredNames>,
  counted: ReadonlyMap<string, number>,
): readonly string[] {
  const declared = names.get(slot.kind) ?? [];
  if (slot.kind === 'act')
    return [...new Set([...counted.keys(), ...declared, ...Object.keys(STANDARD_ACTS)])];
  if (slot.kind === 'actor') return [...declared, 'anyone'];
  if (slot.kind === 'window') return ['within 7 days', 'within 14 days', 'within 30 days', 'that day'];
  if (slot.kind === 'length') return ['14 days', '30 days', '90 days'];
  return declared;
}

const PLACEHOLDERS: Partial<Record<Slot['kind'], string>> = {
  date: '2024-02-04',
  window: 'within 14 days',
  length: '90 days',
};

/** Who, what, to whom and where stand in one row; what follows them begins a new one. */
function beginsRow(slots: readonly Slot[], index: number): boolean {
  const isPattern = (slot: Slot | undefined) => /(Actor|Act|Target|Place)$/.test(slot?.name ?? '');
  return isPattern(slots[index - 1]) && !isPattern(slots[index]);
}

function SlotField(props: {
  readonly slot: Slot;
  readonly isFirst: boolean;
  readonly value: string;
  readonly suggestions: readonly string[];
  readonly change: (value: string) => void;
}) {
  const { slot, value, change } = props;
  const label = slot.optional ? `${slot.label} (optional)` : slot.label;
  if (slot.kind !== 'choice') {
    const placeholder = PLACEHOLDERS[slot.kind];
    return (
      <Text
        label={label}
        value={value}
        change={change}
        list={props.suggestions}
        isFirst={props.isFirst}
        {...(placeholder === undefined ? {} : { placeholder })}
      />
    );
  }
  return (
    <label class={props.isFirst ? 'field first-of-row' : 'field'}>
      {label}
      <select value={value} onChange={({ currentTarget }) => change(currentTarget.value)}>
        <option value="" />
        {slot.choices.map(({ word, label: words }) => (
          <option value={word}>{words}</option>
        ))}
      </select>
    </label>
  );
}

function Text(props: {
  readonly label: string;
  readonly value: string;
  readonly change: (value: string) => void;
  readonly list: readonly string[];
  readonly placeholder?: string;
  readonly isFirst?: boolean;
}) {
  const id = `list ${props.label}`.replace(/\W+/g, '-');
  return (
    <label class={props.isFirst ? 'field first-of-row' : 'field'}>
      {props.label}
      <input
        type="text"
        value={props.value}
        placeholder={props.placeholder ?? ''}
        autocomplete="off"
        {...(props.list.length === 0 ? {} : { list: id })}
        onInput={({ currentTarget }) => props.change(currentTarget.value)}
      />
      {props.list.length === 0 ? null : (
        <datalist id={id}>
          {props.list.map((name) => (
            <option value={name} />
          ))}
        </datalist>
      )}
    </label>
  );
}

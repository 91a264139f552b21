import { useLayoutEffect, useRef } from 'preact/hooks';
import { showControls } from '../../../report/index.ts';
import type { Draft, Suggestion } from '../../../reader/index.ts';
import { lookUpClaim } from '../claim/lookUpClaim.ts';
import { said } from '../workbench.ts';
import { accept, changeKind, current, decisionOn, discard, draft } from './draftState.ts';

/** The suggestions, one under the keys: a accepts, k changes the kind, d discards, j and the arrows move. */
export function SuggestionList({ draft: found }: { readonly draft: Draft }) {
  const list = useRef<HTMLOListElement>(null);
  const at = current.value;
  // With the drawing itself: a later effect would pull the focus, and with it `current`, back from where the next key has gone.
  useLayoutEffect(() => {
    const item = list.current?.children[at];
    item?.scrollIntoView({ block: 'nearest' });
    if (list.current?.contains(document.activeElement))
      (item as HTMLElement | undefined)?.focus({ preventScroll: true });
  }, [at]);
  return (
    <ol
      class="suggestions"
      ref={list}
      aria-label="Suggestions: a accepts, k changes the kind, d discards, j and arrow keys move"
      onKeyDown={(event) => press(event, found.suggestions)}
    >
      {found.suggestions.map((suggestion, index) => (
        <Card key={suggestion.name} suggestion={suggestion} isCurrent={index === at} index={index} />
      ))}
    </ol>
  );
}

function Card(props: {
  readonly suggestion: Suggestion;
  readonly isCurrent: boolean;
  readonly index: number;
}) {
  const { suggestion, isCurrent, index } = props;
  const decision = decisionOn(suggestion);
  const alternative = suggestion.alternatives[decision.chosen];
  const choices = suggestion.alternatives.length;
  return (
    <li
      class={`suggestion ${decision.kind}`}
      tabIndex={isCurrent ? 0 : -1}
      aria-current={isCurrent ? 'true' : undefined}
      onFocus={() => (current.value = index)}
    >
      <p class="dim">
        {suggestion.paragraph === null ? 'title or heading' : `paragraph ${suggestion.paragraph}`} ·{' '}
        {suggestion.source}
        {suggestion.citing === null ? '' : `, citing ${suggestion.citing}`} · {alternative?.kind ?? ''}
        {choices > 1 ? ` (kind ${decision.chosen + 1} of ${choices})` : ''}
        {suggestion.hedged ? ' · hedged' : ''}
        {decision.kind === 'open' ? '' : ` · ${decision.kind}`}
      </p>
      <pre>{showControls(alternative?.tacit ?? '')}</pre>
      <KnownBefore suggestion={suggestion} />
      {alternative === undefined || alternative.missing.length === 0 ? null : (
        <p class="missing">Still to fill: {alternative.missing.join('; ')}</p>
      )}
      <div class="buttons">
        {decision.kind === 'accepted' ? (
          <button type="button" onClick={() => lookUpClaim(suggestion.name)}>
            Show in the text
          </button>
        ) : (
          <>
            <Accept suggestion={suggestion} />
            {choices > 1 ? (
              <button type="button" onClick={() => changeKind(suggestion)}>
                Other kind <kbd>k</kbd>
              </button>
            ) : null}
            <button type="button" onClick={() => discard(suggestion)}>
              {decision.kind === 'discarded' ? 'Take back' : 'Discard'} <kbd>d</kbd>
            </button>
          </>
        )}
      </div>
    </li>
  );
}

/** A claim that stands in the text already is taken once more only by pressing this very button. */
function Accept({ suggestion }: { readonly suggestion: Suggestion }) {
  if (suggestion.already !== null)
    return (
      <button type="button" onClick={() => accept(suggestion)}>
        Accept all the same
      </button>
    );
  return (
    <button type="button" class="primary" onClick={() => accept(suggestion)}>
      Accept <kbd>a</kbd>
    </button>
  );
}

/** What the text held of this suggestion when the article was read. */
function KnownBefore({ suggestion: { already, same } }: { readonly suggestion: Suggestion }) {
  if (already !== null)
    return (
      <p class="known">
        Already in the text as <ClaimLink name={already} />.
      </p>
    );
  if (same.length === 0) return null;
  return (
    <p class="known">
      But for dates, numbers or open places the same as{' '}
      {same.map((name, index) => (
        <>
          {index === 0 ? '' : ', '}
          <ClaimLink name={name} />
        </>
      ))}
      .
    </p>
  );
}

/** Leads to a claim, in the text or, where it is not accepted yet, among the suggestions. */
function ClaimLink({ name }: { readonly name: string }) {
  return (
    <button
      type="button"
      class="link"
      onClick={() => {
        const at = draft.value?.suggestions.findIndex((one) => one.name === name) ?? -1;
        if (!lookUpClaim(name) && at >= 0) current.value = at;
      }}
    >
      {name}
    </button>
  );
}

function press(event: KeyboardEvent, suggestions: readonly Suggestion[]): void {
  const suggestion = suggestions[current.value];
  if (suggestion === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  const move = (to: number): void => {
    current.value = Math.min(suggestions.length - 1, Math.max(0, to));
  };
  const actions: Readonly<Record<string, () => void>> = {
    a: () => {
      if (suggestion.already === null) accept(suggestion);
      else said.value = `Already in the text as ${suggestion.already}.`;
      move(current.value + 1);
    },
    k: () => changeKind(suggestion),
    d: () => {
      discard(suggestion);
      move(current.value + 1);
    },
    j: () => move(current.value + 1),
    ArrowDown: () => move(current.value + 1),
    ArrowUp: () => move(current.value - 1),
    Home: () => move(0),
    End: () => move(suggestions.length - 1),
  };
  const action = actions[event.key];
  if (action === undefined) return;
  event.preventDefault();
  action();
}

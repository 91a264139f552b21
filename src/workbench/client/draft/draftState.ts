import { signal } from '@preact/signals';
import type { Draft, Suggestion } from '../../../reader/index.ts';
import { askServer } from '../connection/askServer.ts';
import { insertText } from '../editor/insertText.ts';
import { mainFile, said } from '../workbench.ts';
import { findNeeded } from './findNeeded.ts';

/** What a person has said about a suggestion. */
export interface Decision {
  readonly kind: 'open' | 'accepted' | 'discarded';
  /** Which of the alternatives. */
  readonly chosen: number;
}

export const draft = signal<Draft | null>(null);
export const isReading = signal(false);
export const fault = signal<string | null>(null);
export const decisions = signal<ReadonlyMap<string, Decision>>(new Map());
/** The suggestion under the keys. */
export const current = signal(0);

const OPEN: Decision = { kind: 'open', chosen: 0 };

export function decisionOn(suggestion: Suggestion): Decision {
  return decisions.value.get(suggestion.name) ?? OPEN;
}

/** Sends an article to the reader on this machine. */
export async function readArticle(name: string, content: Blob, published: string): Promise<void> {
  isReading.value = true;
  fault.value = null;
  const query = new URLSearchParams({ name, ...(published === '' ? {} : { published }) });
  const answer = await askServer<Draft>(`/draft?${query.toString()}`, { method: 'POST', bytes: content });
  isReading.value = false;
  if (answer.kind === 'ok') {
    draft.value = answer.value;
    decisions.value = new Map();
    current.value = 0;
    said.value = `${answer.value.suggestions.length} suggestions.`;
  } else if (answer.kind === 'refused') {
    fault.value = [answer.refusal.message, answer.refusal.hint].filter(Boolean).join(' ');
  } else fault.value = 'The server does not answer.';
}

/** Puts the suggestion, and the declarations it needs, into the theatre's text. */
export function accept(suggestion: Suggestion): void {
  const found = draft.value;
  const decision = decisionOn(suggestion);
  const tacit = suggestion.alternatives[decision.chosen]?.tacit;
  if (found === null || tacit === undefined || decision.kind === 'accepted') return;
  const text = mainFile.value?.text() ?? '';
  for (const declaration of findNeeded(found, tacit, text)) {
    insertText({ kind: 'declaration', text: declaration.tacit });
  }
  insertText({ kind: 'claim', text: tacit, source: suggestion.source });
  decide(suggestion, { ...decision, kind: 'accepted' });
}

export function discard(suggestion: Suggestion): void {
  const decision = decisionOn(suggestion);
  if (decision.kind === 'accepted') return;
  decide(suggestion, { ...decision, kind: decision.kind === 'discarded' ? 'open' : 'discarded' });
}

export function changeKind(suggestion: Suggestion): void {
  const decision = decisionOn(suggestion);
  if (decision.kind === 'accepted') return;
  decide(suggestion, { kind: 'open', chosen: (decision.chosen + 1) % suggestion.alternatives.length });
}

function decide(suggestion: Suggestion, decision: Decision): void {
  decisions.value = new Map(decisions.value).set(suggestion.name, decision);
}

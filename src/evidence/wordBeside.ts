import type { BesideFacts } from './besideFacts.ts';
import { wordCount } from './wordCount.ts';

/** Acts named; the others are counted together. */
const ACTS_NAMED = 4;

/** What the record does hold of the sides of a pattern that it holds nothing of, as a sentence; empty where that was not asked. */
export function wordBeside(beside: BesideFacts | undefined): string {
  if (beside === undefined) return '';
  const { sides, events, more, acts } = beside;
  const who = sides === 'two' ? 'between these two sides' : 'that names this side';
  if (events === 0) return ` Nor does it hold an event of any other kind ${who}.`;
  const named = acts.slice(0, ACTS_NAMED).map(({ act, events: of }) => `${of} ${act}`);
  const others = acts.slice(ACTS_NAMED).reduce((sum, { events: of }) => sum + of, 0);
  const list = [...named, ...(others > 0 ? [`${others} of other acts`] : [])].join(', ');
  const held = more ? `more than ${wordCount(events, 'events')}` : wordCount(events, 'events');
  const whoever = sides === 'two' ? ', whoever acted' : '';
  return ` It does hold ${held} ${who}${whoever} (${list}): ${wordActs(beside)}.${wordUntold(beside)}`;
}

function wordActs({ events, sameAct, asks }: BesideFacts): string {
  if (sameAct === 0) return `${events === 1 ? 'it is not' : 'none of them is'} an act that the pattern names`;
  const otherwise = asks.length === 0 ? '' : `, but otherwise not what it asks for (${asks.join(', ')})`;
  return `${sameAct === events ? 'of an act' : `${sameAct} of an act`} that the pattern names${otherwise}`;
}

function wordUntold({ events, undirected }: BesideFacts): string {
  if (undirected === 0) return '';
  if (undirected === events) return ' Of none of them does the record tell who acted on whom.';
  return ` Of ${undirected} of them the record does not tell who acted on whom.`;
}

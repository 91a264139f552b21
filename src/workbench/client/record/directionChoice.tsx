import type { ShownRecord } from '../../protocol/index.ts';
import { insertText } from '../editor/insertText.ts';
import { mainFile } from '../workbench.ts';

type Quality = NonNullable<ShownRecord['quality']>;

const CHOICES = [
  {
    line: 'direction by means',
    words: 'One side alone has the means for an act, as for air strikes: the side that a claim names did it.',
  },
  {
    line: 'direction either way',
    words:
      'No event tells who acted; events count in both orders. Claims about who answers whom stay untestable.',
  },
] as const;

/** Many records name two sides without saying who acted: what that means for claims, and what the theatre can say. */
export function DirectionChoice({ quality }: { readonly quality: Quality }) {
  const { undirected, right, file } = quality;
  const text =
    mainFile.value && mainFile.value.edits.value >= 0 ? mainFile.value.view.state.doc.toString() : '';
  const block = text.slice(Math.max(0, text.indexOf(`record "${file}"`))).split(/\n(?=\S)/)[0] ?? '';
  if (undirected === 0 || /^\s+direction /m.test(block)) return null;
  return (
    <section class="next-step" aria-label={`Who acted on whom in ${file}`}>
      <p>
        <b>Who acted on whom?</b> In {undirected} of {right} rows this record does not say who acted on whom.
        Claims that one side answers the other then cannot be tested. Say more only where you know it:
      </p>
      <ul class="to-declare">
        {CHOICES.map(({ line, words }) => (
          <li>
            <button
              type="button"
              onClick={() => insertText({ kind: 'record line', text: line, under: file })}
            >
              Insert<span class="hidden"> {line}</span>
            </button>{' '}
            <code>{line}</code> <span class="dim">{words}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

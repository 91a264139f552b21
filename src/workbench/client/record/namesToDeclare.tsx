import type { UndeclaredName } from '../../protocol/index.ts';
import { insertText } from '../editor/insertText.ts';
import { mainFile } from '../workbench.ts';

interface NamesProps {
  readonly actors: readonly UndeclaredName[];
  readonly places: readonly UndeclaredName[];
  readonly of: string;
}

const SHOWN = 40;

/** Names of a record that the theatre does not know; a press declares one. */
export function NamesToDeclare({ actors, places, of }: NamesProps) {
  const text = mainFile.value && mainFile.value.edits.value >= 0 ? mainFile.value.text() : '';
  const lists = [
    { title: 'Actors', names: actors.filter(({ declaration }) => !text.includes(declaration.trim())) },
    { title: 'Places', names: places.filter(({ declaration }) => !text.includes(declaration.trim())) },
  ].filter(({ names }) => names.length > 0);
  return (
    <>
      {lists.map(({ title, names }) => (
        <details open={names.length <= 12}>
          <summary>
            {title} of {of} that the theatre does not declare ({names.length})
          </summary>
          <p class="dim">
            Their events count for no claim about named {title.toLowerCase()}. Declaring one inserts a line
            into the text.
          </p>
          <ul class="to-declare">
            {names.slice(0, SHOWN).map((one) => (
              <li>
                <button
                  type="button"
                  onClick={() => insertText({ kind: 'declaration', text: one.declaration })}
                >
                  Declare<span class="hidden"> {one.name}</span>
                </button>{' '}
                <bdi>{one.name}</bdi> <span class="dim">{one.events} events</span>
              </li>
            ))}
          </ul>
          {names.length > SHOWN ? (
            <p class="dim">{names.length - SHOWN} rarer names follow when these are declared.</p>
          ) : null}
        </details>
      ))}
    </>
  );
}

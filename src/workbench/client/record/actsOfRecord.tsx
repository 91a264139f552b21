import type { ShownRecord } from '../../protocol/index.ts';
import { insertText } from '../editor/insertText.ts';
import { quoted } from '../../../language/index.ts';
import { mainFile } from '../workbench.ts';
import { wordsForActs } from './wordsForActs.ts';

const SHOWN = 30;

/** What was done, in the record's words and in those that claims count it by: “attack” may count less than it seems. */
export function ActsOfRecord({ quality }: { readonly quality: NonNullable<ShownRecord['quality']> }) {
  const file = mainFile.value;
  const text = file && file.edits.value >= 0 ? file.text() : '';
  const acts = wordsForActs([quality], text);
  if (acts.length === 0) return null;
  return (
    <details>
      <summary>
        What was done in {quality.file}: the words that count it ({acts.length})
      </summary>
      <p class="dim">A claim counts an event only where its act takes what the record calls it.</p>
      <table class="data">
        <caption>Acts of {quality.file}, commonest first</caption>
        <thead>
          <tr>
            <th scope="col">In the record</th>
            <th scope="col">Events</th>
            <th scope="col">Counted by</th>
          </tr>
        </thead>
        <tbody>
          {acts.slice(0, SHOWN).map(({ code, events, words }) => (
            <tr>
              <th scope="row">
                <bdi>{code}</bdi>
              </th>
              <td class="number">{events}</td>
              <td>
                {words.length > 0 ? (
                  words.join(', ')
                ) : (
                  <button
                    type="button"
                    onClick={() => insertText({ kind: 'declaration', text: declareAct(code) })}
                  >
                    Declare an act<span class="hidden"> for {code}</span>
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {acts.length > SHOWN ? <p class="dim">{acts.length - SHOWN} rarer ones are not shown.</p> : null}
    </details>
  );
}

/** An act is a verb of small letters; a person may give it a better one. */
function declareAct(code: string): string {
  const word = /\p{Ll}{3,}/u.exec(code.toLowerCase())?.[0] ?? 'act';
  return `act ${word} of code ${quoted(code)}`;
}

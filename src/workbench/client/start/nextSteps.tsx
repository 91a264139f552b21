import { isBuilding } from '../sentence/isBuilding.ts';
import { go } from '../route.ts';
import { mainFile } from '../workbench.ts';

/** What a young theatre still needs, in the order in which it needs it; nothing once all is there. */
export function NextSteps() {
  const file = mainFile.value;
  const text = file && file.edits.value >= 0 ? file.view.state.doc.toString() : '';
  const has = (word: string) => new RegExp(`^${word}\\s`, 'm').test(text);
  const steps = [
    {
      isDone: has('record'),
      words: 'Bring a record of events',
      act: 'Record',
      run: () => go({ sheet: 'record' }),
    },
    {
      isDone: has('actor'),
      words: 'Declare who is in it: the record’s names, one press each',
      act: 'Names of the record',
      run: () => go({ sheet: 'record' }),
    },
    {
      isDone: has('claim'),
      words: 'Write a claim and who makes it, by form or from an article',
      act: 'New claim',
      run: () => {
        isBuilding.value = true;
      },
    },
  ];
  if (file === null || steps.every(({ isDone }) => isDone)) return null;
  return (
    <section aria-labelledby="next-steps" class="next-steps">
      <h3 id="next-steps">Steps to the first verdict</h3>
      <ol>
        {steps.map(({ isDone, words, act, run }) => (
          <li class={isDone ? 'done' : undefined}>
            {words}{' '}
            {isDone ? (
              <b>✓ done</b>
            ) : (
              <button type="button" onClick={run}>
                {act}
              </button>
            )}
          </li>
        ))}
        <li>Read the verdict here; the report under “Report” can be sent to anybody.</li>
      </ol>
    </section>
  );
}

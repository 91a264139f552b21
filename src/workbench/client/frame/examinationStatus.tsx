import { cancelExamination, examinationState, examine, isLive } from '../workbench.ts';
import { isStale } from '../verdicts/staleness.ts';

/** Where the examination in the background stands, with what stops or starts it. */
export function ExaminationStatus() {
  const state = examinationState.value;
  return (
    <div class="examination" role="group" aria-label="Examination">
      {state.kind === 'running' ? (
        <Running done={state.done} total={state.total} />
      ) : (
        <p>{describeState()}</p>
      )}
      {state.kind === 'running' ? (
        <button type="button" onClick={() => void cancelExamination()}>
          Cancel
        </button>
      ) : (
        <button type="button" onClick={() => void examine()}>
          Examine
        </button>
      )}
      <label>
        <input
          type="checkbox"
          checked={isLive.value}
          onChange={({ currentTarget }) => {
            isLive.value = currentTarget.checked;
            if (currentTarget.checked) void examine();
          }}
        />
        as I type
      </label>
    </div>
  );
}

function Running({ done, total }: { readonly done: number; readonly total: number | null }) {
  return (
    <p class="running">
      <progress
        aria-label="Claims judged"
        {...(total === null || total === 0 ? {} : { value: done, max: total })}
      />
      <span>{total === null ? 'reading the record' : `${done} of ${total} claims`}</span>
    </p>
  );
}

function describeState(): string {
  const state = examinationState.value;
  if (state.kind === 'none') return 'not examined yet';
  if (state.kind === 'cancelled') return 'examination cancelled';
  if (state.kind === 'refused') return 'the text has errors';
  if (state.kind === 'failed') return 'examination failed';
  return isStale.value ? 'verdicts are of an earlier text' : 'verdicts are up to date';
}

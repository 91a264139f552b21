import { mainFile, shown, workspace } from '../workbench.ts';
import { ExaminationStatus } from './examinationStatus.tsx';
import { isHelpOpen } from './help.tsx';

/** The bar at the top: which theatre, where its verdicts stand, help. */
export function HeaderBar() {
  const title = shown.value?.examination.theatre.title ?? '';
  return (
    <header class="bar">
      <p class="brand">Tacit</p>
      <h1>{title === '' ? (mainFile.value?.path ?? 'No theatre yet') : title}</h1>
      {workspace.value === null || mainFile.value === null ? null : <ExaminationStatus />}
      <button type="button" class="quiet" onClick={() => (isHelpOpen.value = true)}>
        Keys
      </button>
    </header>
  );
}

import { signal } from '@preact/signals';

/** Whether the form for new claims is open. */
export const isBuilding = signal(false);

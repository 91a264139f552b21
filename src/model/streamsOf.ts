import type { ClaimTest } from './plan.ts';

/** Every stream a test reads. */
export function streamsOf(test: ClaimTest): string[] {
  switch (test.kind) {
    case 'answer':
    case 'noExtra':
    case 'shift':
      return [test.trigger, test.response];
    case 'change':
      return test.comparison === null ? [test.stream] : [test.stream, test.comparison];
    case 'truce':
      return [...test.directions];
    case 'event':
      return [test.stream, test.anyDay];
    case 'total':
      return [test.stream];
    case 'notJudgedYet':
      return [...test.streams];
    case 'untestable':
      return [];
  }
}

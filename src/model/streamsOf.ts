import type { ClaimTest, NestedRule } from './claimTest.ts';

/** Every stream a test reads. */
export function streamsOf(test: ClaimTest): string[] {
  switch (test.kind) {
    case 'answer':
    case 'noExtra':
    case 'shift':
      return [test.trigger, test.response, ...nestedStreams(test.nested)];
    case 'sameDay':
      return [test.trigger, test.response];
    case 'mutual':
      return [test.first, test.second];
    case 'each':
      return test.members.flatMap((member) => streamsOf(member.test));
    case 'change':
      return test.comparison === null ? [test.stream] : [test.stream, test.comparison];
    case 'truce':
      return [...test.directions];
    case 'event':
      return [test.stream, test.anyDay];
    case 'total':
    case 'onlyDuring':
    case 'extreme':
    case 'expects':
      return [test.stream];
    case 'onlyAfter':
      return [test.after, test.stream];
    case 'coMovement':
      return [test.stream, test.other];
    case 'strength':
      return [...streamsOf(test.first.test), ...streamsOf(test.second.test)];
    case 'control':
      return test.grounds.flatMap(({ gains, losses, others }) => [
        gains,
        losses,
        ...(others === null ? [] : [others]),
      ]);
    case 'share':
      return [test.part, test.whole];
    case 'exchanges':
      return [test.starter, test.other];
    case 'untestable':
      return [];
  }
}

function nestedStreams(nested: NestedRule | null): string[] {
  return nested === null ? [] : [nested.stream];
}

import type { DayInterval } from '../calendar/index.ts';
import type { ResolvedAmount, ResolvedForm } from '../language/index.ts';
import type { ClaimTest } from './claimTest.ts';
import type { AddStream } from './planStreams.ts';

/** Who holds ground is told by the acts that move it: the holder's gains and losses, and what anybody else took. */
export function planControl(
  form: Extract<ResolvedForm, { kind: 'control' }>,
  range: DayInterval,
  addStream: AddStream,
): ClaimTest {
  return {
    kind: 'control',
    of: form.of,
    state: form.state,
    span: { first: form.span.first ?? range.first, last: form.span.last ?? range.last },
    gains: addStream(form.gains),
    losses: addStream(form.losses),
    others: form.holder === null ? null : addStream(gainsOfOthers(form.gains)),
    places: form.where.places,
  };
}

function gainsOfOthers(gains: ResolvedAmount): ResolvedAmount {
  const patterns = gains.patterns.map((pattern) => ({
    ...pattern,
    text: `anyone except ${pattern.text}`,
    actor: {
      ...pattern.actor,
      label: `anyone except ${pattern.actor.label}`,
      anyone: true,
      members: [],
      except: [...new Set(pattern.actor.members.map(({ actor }) => actor))],
    },
  }));
  return { ...gains, text: `anyone except ${gains.text}`, patterns };
}

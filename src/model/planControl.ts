import type { DayInterval } from '../calendar/index.ts';
import type { ResolvedAmount, ResolvedForm } from '../language/index.ts';
import type { ClaimTest } from './claimTest.ts';
import type { AddStream } from './planStreams.ts';

/** Who holds ground is told, place by place, by the acts that move it: gains, losses, and what anybody else took. */
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
    grounds: form.where.places.map((place) => ({
      place,
      gains: addStream(inPlace(form.gains, place)),
      losses: addStream(inPlace(form.losses, place)),
      others: form.holder === null ? null : addStream(inPlace(byOthers(form.gains), place)),
    })),
  };
}

function inPlace(amount: ResolvedAmount, place: string): ResolvedAmount {
  const patterns = amount.patterns.map((pattern) => ({
    ...pattern,
    where: pattern.where && { ...pattern.where, label: place, places: [place] },
  }));
  return { ...amount, text: amount.text.replace(/ in .*$/, ` in ${place}`), patterns };
}

function byOthers(gains: ResolvedAmount): ResolvedAmount {
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

import type { StreamDesign } from './design.ts';

/** Names of the mean's parameters in their fixed order: endemic, answers, modifiers. */
export function parameterNames(design: StreamDesign): string[] {
  return [...design.endemic, ...design.answers, ...design.modifiers].map(({ name }) => name);
}

import type { BesideFacts } from './besideFacts.ts';
import { wordBeside } from './wordBeside.ts';

/** Why a pattern of which the record holds nothing cannot be tested, with what the record does hold of its sides. */
export function wordAbsent(text: string, beside: BesideFacts | undefined, when = 'at all'): string {
  const none = `This record holds no event of "${text}" ${when}`;
  if (beside !== undefined && beside.events > 0) return `${none}.${wordBeside(beside)}`;
  return (
    `${none}: the pair, the act or the place is not in it, or it has other names there ` +
    `(\`tacit match\` lists the undeclared ones).${wordBeside(beside)}`
  );
}

/** The wording of why a name is not changed, and of what to think of when it is. */
import { shown } from './syntaxMessages.ts';

export function notRenamable(): string {
  return 'Here stands no name that could be changed.';
}

export function shipsWithTacit(act: string): string {
  return `${shown(act)} ships with Tacit. To call it something else, declare an act of your own: \`act … of …\`.`;
}

export function undeclared(name: string): string {
  return `Nothing declares ${shown(name)} in the open files, so it cannot be renamed.`;
}

export function notAName(written: string): string {
  return `${shown(written)} is no name: a name is one word and begins with a capital letter.`;
}

export function notAnAct(written: string): string {
  return `${shown(written)} will not do: it must be one word in small letters.`;
}

export function nameTaken(name: string): string {
  return `${shown(name)} is already the name of something else.`;
}

export function makesMistake(name: string, message: string): string {
  return `With the name ${shown(name)} the file would have a mistake: ${message}`;
}

export function recordMayCallIt(old: string, name: string): string {
  return `Events were also found by the name "${old}". If your record writes it so, add \`also "${old}"\` where ${name} is declared.`;
}

/**
 * Why the examining process ended, for the page. Of what it printed only the message of an error is told: the lines
 * around it are the program's own text and the files it lies in.
 */
export function describeEnd(code: number | null, signal: string | null, complaint: string): string {
  if (/heap out of memory|Out of Memory/i.test(complaint))
    return 'Examining needed more memory than it may use and was ended. The next examination begins anew.';
  const message = /^(?:[A-Z]\w*)?Error(?: \[\w+\])?: (.+)$/m.exec(complaint)?.[1]?.trim().slice(0, 300);
  const how = signal ? `by ${signal}` : `with code ${code}`;
  return `The examining process ended ${how}${message ? `: ${message.replace(/\.$/, '')}` : ''}. The next examination begins anew.`;
}

/**
 * Says what a file is that is surely no table of text, by its first characters; null where nothing speaks against it.
 * An HTML page saved instead of an export is the commonest: a login page has no rows and no error.
 */
export function recogniseContent(start: string): { readonly message: string; readonly hint: string } | null {
  const head = start
    .replace(/^\ufeff/, '')
    .trimStart()
    .slice(0, 200)
    .toLowerCase();
  if (/^<(?:!doctype html|html|head|body)/.test(head)) {
    return {
      message: 'This is a web page, not a table.',
      hint: 'Often a login or error page was saved instead of the export: sign in, export again, and look at the file in a text editor.',
    };
  }
  if (head.startsWith('<'))
    return { message: 'This is XML or a web page, not a table.', hint: 'Export the table as CSV.' };
  if (/^[[{]\s*["{[\]}]/.test(head))
    return { message: 'This is JSON, not a table.', hint: 'Export the table as CSV.' };
  return null;
}

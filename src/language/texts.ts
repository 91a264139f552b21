export { quoted } from './quoted.ts';

/** The text inside its quotation marks; the inverse of `quoted`. A missing closing mark is passed over. */
export function unquoted(image: string): string {
  return image.slice(1, isClosed(image) ? -1 : undefined).replaceAll('""', '"');
}

/** Whether a text token has its closing mark: all marks, doubled ones included, pair up. */
export function isClosed(image: string): boolean {
  return (image.length - image.replaceAll('"', '').length) % 2 === 0;
}

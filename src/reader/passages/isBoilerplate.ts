/** Lines that a site puts around an article, wherever they stand. */
const AROUND: readonly RegExp[] = [
  /^(advertisement|advertising|sponsored content|share( this)?( article| story| post)?|tweet|print|email|comments?( \(\d+\))?|menu|search|log ?in|sign (in|up)|subscribe( now)?|skip to (main )?content|home|loading|continue reading|listen to (this )?article|copy link|save( article)?)[.:!]?$/i,
  /^(read more|read also|also read|see also|related( (articles?|stories|posts|news|topics|links))?|more (from|on)|recommended( for you)?|most (read|popular)|trending( now)?|tags|topics|filed under|keywords|editor'?s? picks|you may also like)\b.{0,120}$/i,
  /\b(we|this (web)?site|our (web)?site) uses? (cookies|similar technologies)\b/i,
  /\baccept (all )?cookies\b|\bcookie (policy|settings|preferences)\b/i,
  /^(sign up|subscribe|register|join) (for|to|now|today|here)\b.{0,200}$/i,
  /\bsubscribe to (continue|read|our|the)\b.{0,160}$/i,
  /^your email address will not be published\b/i,
  /^(follow|find|like) us on\b.{0,120}$/i,
  /^(\u00a9|\(c\)|copyright\b)|\ball rights reserved\b.{0,40}$/i,
  /^(the )?(views|opinions) expressed (in this|are|here)\b/i,
  /^(photo|image|picture)( credit)?s?:.{0,160}$/i,
  /^(support|donate to) (our|independent|us)\b.{0,160}$/i,
];

/** What follows them to the end of the page is no part of the article either. */
const END_MATTER: readonly RegExp[] = [
  /^leave a (reply|comment)\b/i,
  /^(post|add|write) a comment\b/i,
  /^\d+ comments?$/i,
  /^comments?( \(\d+\))?:?$/i,
  /^(related|recommended|more) (articles?|stories|posts|news|reading)\b.{0,60}$/i,
  /^you (may|might) also (like|be interested)\b/i,
  /^about the author\b/i,
];

/** Whether a block is a menu, a cookie notice, a call to subscribe or the like, judged by its own words. */
export function isBoilerplate(block: string): boolean {
  const line = block.trim();
  return line.length < 600 && (!/[\p{L}\p{N}]/u.test(line) || AROUND.some((pattern) => pattern.test(line)));
}

/** Whether a block begins the part of a page behind the article. */
export function startsEndMatter(block: string): boolean {
  return END_MATTER.some((pattern) => pattern.test(block.trim()));
}

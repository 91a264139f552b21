/** What is said about a file that cannot be read as an article: what was found, what was expected, what to try. */

export const LIMITS = {
  fileMegabytes: 50,
  htmlMegabytes: 10,
  characters: 2_000_000,
  pages: 1000,
  unpackedMegabytes: 64,
  seconds: 60,
  memoryMegabytes: 1024,
} as const;

export const emptyFile = (file: string): string =>
  `${file} is empty. A text, a web page, a PDF or a Word document with an article was expected; save or download it again.`;

export const tooLarge = (file: string, megabytes: number, limit: number): string =>
  `${file} has ${megabytes} MB; at most ${limit} MB are read. Save the text of the article alone and try that.`;

export const tooLong = (file: string, characters: number): string =>
  `${file} holds ${characters} characters of text; at most ${LIMITS.characters} are read, which is a long book. Give the chapter or the article alone.`;

export const tooManyPages = (file: string, pages: number): string =>
  `${file} has ${pages} pages; at most ${LIMITS.pages} are read. Give the pages of the article alone.`;

export const notText = (file: string): string =>
  `${file} holds binary data that is no text, web page, PDF or Word document. Save the article as one of these and try again.`;

export const oldOffice = (file: string, kind: string): string =>
  `${file} is ${kind}, which is not read. Save it as .docx, .txt or .pdf and try again.`;

export const scannedPdf = (file: string, pages: number): string =>
  `${file} has ${pages === 1 ? '1 page' : `${pages} pages`} without text: it is a scan, and pictures are not read. Run it through text recognition, or copy the text from the web page.`;

export const encryptedPdf = (file: string): string =>
  `${file} is locked with a password. Save a copy without it and try that.`;

export const damaged = (file: string, kind: string, why: string): string =>
  `${file} looks like ${kind}, but is damaged (${why}). Download it again, or save its text alone.`;

export const tooDeep = (file: string): string =>
  `${file} nests its elements deeper than any article does; it was not read. Save its text alone and try that.`;

export const notDocx = (file: string): string =>
  `${file} is a zip archive without a Word document in it. Unpack it and give the article itself.`;

export const bomb = (file: string): string =>
  `${file} unpacks to more than ${LIMITS.unpackedMegabytes} MB, which no article needs; it was not read. Save its text alone and try that.`;

export const tookTooLong = (file: string): string =>
  `${file} was not read within ${LIMITS.seconds} seconds and given up. Save the text of the article alone and try that.`;

export const neededTooMuch = (file: string): string =>
  `${file} needed more memory than reading may use and was given up. Save the text of the article alone and try that.`;

export const paywall = (file: string, words: number): string =>
  `${file} holds ${words} words and a call to subscribe: the article itself is behind a paywall. Open it with your subscription and save the whole text.`;

export const noArticle = (file: string, words: number): string =>
  `${file} holds ${words === 0 ? 'no running text' : `hardly any running text (${words} ${words === 1 ? 'word' : 'words'})`}; an article was expected. Does it load its text by script? Save it from the browser, or copy the text into a .txt file.`;

export const notEnglish = (file: string, language: string): string =>
  `${file} is in ${language}; only English is read. A translation can be drafted from, if its source is named as a translation.`;

export type ArticleKind = 'text' | 'html' | 'pdf' | 'docx';

export type KindFound = { readonly kind: ArticleKind } | { readonly refused: string };

/** What a file is, by its first bytes; its name decides only between text and a web page. */
export function recogniseKind(bytes: Uint8Array, fileName: string): KindFound {
  const head = Buffer.from(bytes.subarray(0, 2048));
  const latin = head.toString('latin1');
  if (latin.slice(0, 1024).includes('%PDF-')) return { kind: 'pdf' };
  if (latin.startsWith('PK\x03\x04') || latin.startsWith('PK\x05\x06')) return { kind: 'docx' };
  if (latin.startsWith('{\\rtf')) return { refused: 'a rich text file (.rtf)' };
  if (head.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0])))
    return { refused: 'an old office document (.doc)' };
  // UTF-16 puts a zero beside each letter.
  const plain = latin
    .replace(/\0/g, '')
    .replace(/^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
    .trimStart();
  if (
    /^(<!doctype html|<html|<head|<body|<!--|<meta|<title|<script|<article|<div)/i.test(plain) ||
    /<html[\s>]/i.test(plain)
  )
    return { kind: 'html' };
  if (/\.(x?html?)$/i.test(fileName) && /<[a-z!]/i.test(plain)) return { kind: 'html' };
  return { kind: 'text' };
}

import type { Span } from '../article.ts';

const TO_THE_MODEL =
  /\b(?:ignore|disregard|forget)\b.{0,40}\b(?:instructions?|prompts?|rules|above|previous)\b|\b(?:system prompt|language model|as an ai|you are an? (?:ai|assistant|helpful)|respond (?:only )?with|output the following|return (?:only )?(?:the following|json)|\bjson\b)/i;

/** Whether a passage speaks to a model rather than to readers: a planted instruction claims nothing. */
export function speaksToModel(text: string, { start, end }: Span): boolean {
  return TO_THE_MODEL.test(text.slice(start, end));
}

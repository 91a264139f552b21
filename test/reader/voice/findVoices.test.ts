import { describe, expect, it } from 'vitest';
import { readText } from '../readText.ts';

const told = (text: string) => {
  const { article, voices } = readText(text);
  return voices.map(({ cue, source, carried, hedged }) => ({
    cue: article.raw.slice(cue.start, cue.end),
    source: source && article.raw.slice(source.start, source.end),
    carried,
    hedged,
  }));
};

describe('findVoices', () => {
  it.each([
    ['According to a senior US official, the base at Al-Tanf was hit twice.', 'a senior US official'],
    ['The analysts suggest that the main aim is to cut the road.', 'The analysts'],
    ['The base at Al-Tanf was hit by two drones, Iraqi officials said.', 'Iraqi officials'],
    ['US claims that its forces in Kirkuk were targeted raised the tension.', 'US'],
    ['The road was perceived by the Israelis as a threat to the border.', 'the Israelis'],
    ['“We will answer every strike,” said the commander of Kataib Hezbollah.', 'the commander'],
  ])('finds who speaks in: %s', (text, source) => {
    expect(told(text).map((voice) => voice.source)).toContain(source);
  });

  it.each([
    ['Rockets were reportedly fired at the base in Hasakah last week.', 'reportedly'],
    ['The base was hit in a rocket attack attributed to an Iraqi group.', 'attributed to'],
    ['It is believed that the rockets came from Iraq.', 'It is believed that'],
  ])('finds the cue that names nobody in: %s', (text, cue) => {
    expect(told(text)).toContainEqual(expect.objectContaining({ cue, source: null }));
  });

  it('carries a source on to "they further maintain", and not for ever', () => {
    const voices = told(
      'American experts argue that the raids are tactical steps. They further maintain that Washington has no plan.',
    );
    expect(voices.at(-1)).toMatchObject({ source: 'American experts', carried: true });
    const later = told(
      `American experts argue that the raids are tactical steps. ${'The road lies in the desert. '.repeat(5)}They maintain that Washington has no plan.`,
    );
    expect(later.at(-1)?.carried).toBe(false);
  });

  it('finds no voice where nobody speaks', () => {
    expect(told('US forces struck three sites near Albu Kamal on Friday.')).toEqual([]);
  });

  it('tells hedged from plain', () => {
    expect(told('Officials said that the group might stop its attacks.')[0]?.hedged).toBe(true);
    expect(told('Officials said that the group stopped its attacks.')[0]?.hedged).toBe(false);
  });
});

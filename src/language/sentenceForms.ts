import { CHANGE_FORMS } from './changeForms.ts';
import { FACT_FORMS } from './factForms.ts';
import { RULE_FORMS } from './ruleForms.ts';
import type { SentenceForm } from './sentenceForm.ts';

/** Every sentence a claim may be, for people who would rather fill in a form than type. */
export const SENTENCE_FORMS: readonly SentenceForm[] = [...RULE_FORMS, ...CHANGE_FORMS, ...FACT_FORMS];

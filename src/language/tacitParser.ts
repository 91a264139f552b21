import {
  AbstractParserErrorMessageProvider,
  DefaultLexer,
  EmptyFileSystem,
  createDefaultCoreModule,
  createDefaultSharedCoreModule,
  inject,
} from 'langium';
import type { AstNode, LangiumCoreServices, LexerResult } from 'langium';
import type { Header, Items } from './generated/ast.ts';
import { TacitGeneratedModule, TacitGeneratedSharedModule } from './generated/module.ts';
import { TacitTokenBuilder } from './tacitTokenBuilder.ts';
import type { Token } from './token.ts';

/** Where a run of tokens stops being Tacit, and which kinds of token the grammar asked for there. */
export interface SyntaxProblem {
  /** Index of the offending token; the number of tokens where the text ends too early. */
  readonly index: number;
  /** Names of token types: keywords as they are written, terminals in capitals. Empty where nothing may follow. */
  readonly expected: readonly string[];
}

export interface TokenRun {
  readonly tokens: readonly Token[];
  readonly comments: readonly Token[];
  /** Characters that begin no token. */
  readonly strays: readonly { readonly start: number; readonly end: number }[];
}

interface Rules {
  readonly Header: Header;
  readonly Items: Items;
}

export type RuleResult<Node> =
  { readonly ok: true; readonly node: Node } | { readonly ok: false; readonly problem: SyntaxProblem };

/** A lexer that can be handed tokens, so that each item of a file is parsed on its own with its true positions. */
class ItemLexer extends DefaultLexer {
  next: readonly Token[] | null = null;

  override tokenize(text: string): LexerResult {
    if (this.next === null) return super.tokenize(text);
    return { tokens: [...this.next], hidden: [], errors: [] };
  }
}

/** Passes on what the grammar expected; the sentences are made in `syntaxMessages.ts`. */
class ExpectedTokens extends AbstractParserErrorMessageProvider {
  override buildMismatchTokenMessage(options: { expected: { name: string } }): string {
    return options.expected.name;
  }
  override buildNotAllInputParsedMessage(): string {
    return '';
  }
  override buildNoViableAltMessage(options: { expectedPathsPerAlt: { name: string }[][][] }): string {
    return firstNames(options.expectedPathsPerAlt.flat());
  }
  override buildEarlyExitMessage(options: { expectedIterationPaths: { name: string }[][] }): string {
    return firstNames(options.expectedIterationPaths);
  }
}

function firstNames(paths: readonly (readonly { name: string }[])[]): string {
  return [...new Set(paths.flatMap((path) => path[0]?.name ?? []))].join('\n');
}

let services: LangiumCoreServices | null = null;

/** Built on first use: reading the grammar takes some tenths of a second. */
function tacitServices(): LangiumCoreServices {
  if (services) return services;
  const shared = inject(createDefaultSharedCoreModule(EmptyFileSystem), TacitGeneratedSharedModule);
  services = inject(createDefaultCoreModule({ shared }), TacitGeneratedModule, {
    parser: {
      TokenBuilder: () => new TacitTokenBuilder(),
      Lexer: (all: LangiumCoreServices) => new ItemLexer(all),
      ParserErrorMessageProvider: () => new ExpectedTokens(),
    },
  });
  shared.ServiceRegistry.register(services);
  return services;
}

let words: ReadonlySet<string> | null = null;

/** The words of the language, which no act may be called without backquotes. */
export function keywords(): ReadonlySet<string> {
  words ??= new Set(
    Object.keys(tacitServices().parser.Lexer.definition).filter((name) => /^[a-z]/.test(name)),
  );
  return words;
}

/** Cuts a text into tokens; never fails. */
export function tokenize(text: string): TokenRun {
  const lexer = tacitServices().parser.Lexer as ItemLexer;
  lexer.next = null;
  const result = lexer.tokenize(text);
  return {
    tokens: result.tokens,
    comments: result.hidden,
    strays: result.errors.map((error) => ({ start: error.offset, end: error.offset + error.length })),
  };
}

/** Parses a run of tokens of `text` by one rule of the grammar; stops at the first problem. */
export function parseTokens<Rule extends keyof Rules>(
  text: string,
  tokens: readonly Token[],
  rule: Rule,
): RuleResult<Rules[Rule]> {
  const { Lexer, LangiumParser } = tacitServices().parser;
  const lexer = Lexer as ItemLexer;
  lexer.next = tokens;
  const result = LangiumParser.parse<AstNode>(text, { rule });
  lexer.next = null;
  const error = result.parserErrors[0];
  if (!error) return { ok: true, node: result.value as unknown as Rules[Rule] };
  const index = tokens.indexOf(error.token);
  return {
    ok: false,
    problem: {
      index: index === -1 ? tokens.length : index,
      expected: error.message === '' ? [] : error.message.split('\n'),
    },
  };
}

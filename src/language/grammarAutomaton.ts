import { GrammarAST } from 'langium';
import { TacitGrammar } from './generated/grammar.ts';

/** What a word means at its place: the rule it is a part of and the property it fills there. */
export interface Role {
  /** `ActorReference`, `Claim`, `Window` …: a rule of the grammar that makes a node. */
  readonly rule: string;
  /** `name`, `source` …; null for words that only hold the sentence together. */
  readonly property: string | null;
  /** The role of the whole that the rule's node fills: `subject` of `Statement`. */
  readonly within: Role | null;
}

/** A place of the grammar where one word may stand. */
export interface Station {
  readonly id: number;
  /** A word of the language as it is written, or a terminal in capitals: `NAME`. */
  readonly token: string;
  readonly role: Role;
  readonly next: Junction;
}

/** Where the ways part: further junctions and stations; `end` where the rule may end. */
export interface Junction {
  readonly ways: (Junction | Station)[];
  readonly end: boolean;
}

/** The stations that can be reached without a word between, and whether the rule may end here. */
export interface Heads {
  readonly stations: readonly Station[];
  readonly end: boolean;
}

let stationCount = 0;
const starts = new Map<string, Junction>();
const headsKnown = new WeakMap<Junction, Heads>();

/** The way into a rule of the grammar. No rule contains itself, so that every rule is laid out in full where it is used. */
export function startOf(rule: string): Junction {
  const known = starts.get(rule);
  if (known) return known;
  const found = TacitGrammar().rules.find(({ name }) => name === rule);
  if (!found || !GrammarAST.isParserRule(found)) throw new Error(`no rule of the grammar is called ${rule}`);
  const start = layRule(found, { rule, property: null, within: null }, { ways: [], end: true });
  starts.set(rule, start);
  return start;
}

/** @see Heads */
export function headsOf(junction: Junction): Heads {
  const known = headsKnown.get(junction);
  if (known) return known;
  const stations = new Set<Station>();
  const seen = new Set<Junction>();
  let end = false;
  const visit = (place: Junction | Station): void => {
    if ('token' in place) {
      stations.add(place);
      return;
    }
    if (seen.has(place)) return;
    seen.add(place);
    end ||= place.end;
    place.ways.forEach(visit);
  };
  visit(junction);
  const heads = { stations: [...stations], end };
  headsKnown.set(junction, heads);
  return heads;
}

function layRule(rule: GrammarAST.ParserRule, role: Role, next: Junction): Junction {
  return lay(rule.definition, role, next);
}

/** Lays out an element in front of what follows it. */
function lay(element: GrammarAST.AbstractElement, role: Role, next: Junction): Junction {
  switch (element.cardinality) {
    case '?':
      return { ways: [layOnce(element, role, next), next], end: false };
    case '*': {
      const loop: Junction = { ways: [next], end: false };
      loop.ways.unshift(layOnce(element, role, loop));
      return loop;
    }
    case '+': {
      const loop: Junction = { ways: [next], end: false };
      const first = layOnce(element, role, loop);
      loop.ways.unshift(first);
      return first;
    }
    default:
      return layOnce(element, role, next);
  }
}

function layOnce(element: GrammarAST.AbstractElement, role: Role, next: Junction): Junction {
  if (GrammarAST.isGroup(element)) {
    return element.elements.reduceRight<Junction>((behind, part) => lay(part, role, behind), next);
  }
  if (GrammarAST.isAlternatives(element)) {
    return { ways: element.elements.map((part) => lay(part, role, next)), end: false };
  }
  if (GrammarAST.isAssignment(element)) {
    return lay(element.terminal, { ...role, property: element.feature }, next);
  }
  if (GrammarAST.isKeyword(element)) return station(element.value, role, next);
  if (GrammarAST.isRuleCall(element)) return layCall(element, role, next);
  throw new Error(`the grammar holds an element of a kind not known here: ${element.$type}`);
}

function layCall(call: GrammarAST.RuleCall, role: Role, next: Junction): Junction {
  const rule = call.rule.ref;
  if (!rule) throw new Error(`the grammar calls a rule that is not there: ${call.rule.$refText}`);
  if (!GrammarAST.isParserRule(rule)) return station(rule.name, role, next);
  // A fragment and a value belong to the caller; another rule makes a node of its own.
  if (rule.fragment || !makesNode(rule)) return layRule(rule, role, next);
  // `Item: Record | Use …` adds nothing: the record is the item.
  const within = role.property === null ? role.within : role;
  return layRule(rule, { rule: rule.name, property: null, within }, next);
}

function station(token: string, role: Role, next: Junction): Junction {
  stationCount += 1;
  return { ways: [{ id: stationCount, token, role, next }], end: false };
}

/** Whether a rule makes a node; the others are written words taken as a value, such as `Day` and `Unit`. */
function makesNode(rule: GrammarAST.ParserRule): boolean {
  return rule.dataType === undefined && rule.returnType === undefined;
}

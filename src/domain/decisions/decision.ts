/** The decisions of a meeting, and the words by which people name them, in English and French. */
import { STATES } from "../rules/states";
import { statusNamed } from "../status-words";
import { foldAccents, foldSpaces, withoutInvisible } from "../text";
import type { PossibleStep } from "../rules/types";
import type { Status } from "../vocabulary";

/** What a meeting decides about a text. */
export interface Decision {
  readonly status: Status;
  /** Step inside the status; null where the status itself is decided. */
  readonly step: string | null;
  /** Whether the text becomes a work item by the decision. */
  readonly isNew: boolean;
}

const decision = (status: Status, step: string | null = null, isNew = false): Decision => ({ status, step, isNew });

const NEW_WORK_ITEM = decision("Under study", null, true);
const PROPOSED = decision("Pending confirmation", null, true);
const RETURNED = decision("Under study");

const NAME_OF_NEW = "New work item";
const NAME_OF_RETURN = "Returned to study";

/** Returns the name of a decision, as drop-downs offer it: a step, a status, "New work item" or "Returned to study". */
export function decisionName({ status, step, isNew }: Decision): string {
  if (step !== null) return step;
  if (status !== "Under study") return status;
  return isNew ? NAME_OF_NEW : NAME_OF_RETURN;
}

/** Returns a possible step as a decision. */
export function decisionOfStep({ status, step }: Pick<PossibleStep, "status" | "step">): Decision {
  return decision(status, step);
}

/** Words that are no part of a decision's name: processes, bodies, small words. */
const FILLERS =
  /\b(?:tap|aap|wtsa-?\d+|amnt-?\d+|a\.?8|res(?:olution)?\.?\s?1|sg ?\d*|wp ?\d*|plenary|pleniere|text|texte|as|is|was|has been|been|was|have|be|under|by|at|in|the|le|la|les|a ete|est|par|selon|en|ce|cette|today|meeting)\b/g;
/** The letters of a word with all its endings in French: "approuvé", "approuvées". */
const ENDINGS = /(?:e|s|es)$/;

/** A plan is no decision. */
const PLANNED = /\b(?:plan|expected|prevu|envisage|proposed for|propose pour)/;
/** Before the name of a decision, these words make a plan of it: "for approval". */
const PURPOSE = /\b(?:pour|for|to)\b/;
/** A part of a name or a number: the text says more than a decision. */
const NAME = /\d|\w\.\w/;

/** Words by which people name decisions, the more particular ones first. */
const WORDS: readonly { pattern: RegExp; named: Decision }[] = [
  { pattern: /\b(?:wtsa|amnt)\b/, named: decision("Deferred to WTSA") },
  {
    pattern: /\bre-?determin|\bdetermin\w* (?:again|a nouveau|de nouveau|anew)|\bnouvelle determination/,
    named: decision("Determined", "Re-determined"),
  },
  {
    pattern: /\bpostpon|\breporte|\bajourn|\bdiffere|\bdeferr?ed?\b/,
    named: decision("Determined", "Approval postponed"),
  },
  {
    pattern:
      /\b(?:not|non|no|pas|dis|un)[ -]?(?:approv|approuv|approb|agree|accept|adopt)|\breject|\brejet|\brefus|\bdeclin|\boppos/,
    named: decision("Not approved"),
  },
  {
    pattern: /\bnew\b|\bnwi\b|\bnouve(?:au|lle|aux)\b|\bcreat(?:ed|ion)\b|\bcree/,
    named: NEW_WORK_ITEM,
  },
  {
    pattern:
      /\bdiscontin|\babandon|\bstop|\bwithdr|\bretir|\bcancel|\bannul|\binterromp|\barret|\bclosed\b|\bclos\b|\bdelet|\bsupprim/,
    named: decision("Discontinued"),
  },
  { pattern: /\breturn|\bback to|\brenvo|\bremis|\bcontinu|\bpoursui|\bunder study|\ba l'etude/, named: RETURNED },
  { pattern: /\bpending|\bproposed\b|\ben attente/, named: PROPOSED },
];

/** Words of which a text may have one only. */
const PLAIN_WORDS: readonly { pattern: RegExp; named: Decision }[] = [
  { pattern: /\bdetermin/, named: decision("Determined") },
  { pattern: /\bconsent/, named: decision("Consented") },
  { pattern: /\bagree|\baccord\b|\baccorde|\bconvenu/, named: decision("Agreed") },
  { pattern: /\bapprov|\bapprouv|\bapprob|\badopt/, named: decision("Approved") },
];

/** Most words of a text that can be a decision: a longer one is a remark. */
const MOST_WORDS = 7;

const fold = (text: string): string =>
  foldSpaces(foldAccents(withoutInvisible(text.normalize("NFKC"))).replace(/[\u2018\u2019]/g, "'")).replace(
    /^[\s"'«“([*–-]+|[\s"'».”)\],;:!*]+$/g,
    "",
  );

/** The steps by their names and other spellings, folded; a name of a status is the status. */
const STEPS: ReadonlyMap<string, Decision> = new Map(
  STATES.flatMap(({ status, step, spellings }) =>
    (step === null ? spellings : [step, ...spellings]).map((name): [string, Decision] => [
      fold(name),
      decision(status, step),
    ]),
  ).reverse(),
);

const EXACT: ReadonlyMap<string, Decision> = new Map([
  [fold(NAME_OF_NEW), NEW_WORK_ITEM],
  [fold(NAME_OF_RETURN), RETURNED],
]);

/** Returns the decision that a text names: "Approved", "TAP determined", "consent", "approuvée", "Approval postponed"; null where it names none. */
export function decisionNamed(text: string): Decision | null {
  const folded = fold(text);
  if (folded === "" || folded.split(" ").length > MOST_WORDS) return null;
  const status = statusNamed(folded);
  if (status === "Pending confirmation") return PROPOSED;
  if (status !== undefined) return decision(status);
  const exact = EXACT.get(folded) ?? STEPS.get(folded);
  if (exact) return exact;
  const words = foldSpaces(folded.replace(FILLERS, " "));
  const plain = statusNamed(words) ?? statusNamed(words.replace(ENDINGS, ""));
  if (plain !== undefined) return decision(plain);
  if (PLANNED.test(words) || NAME.test(words)) return null;
  const particular = WORDS.find(({ pattern }) => pattern.test(folded));
  if (particular) return particular.named;
  if (PURPOSE.test(words)) return null;
  const named = PLAIN_WORDS.filter(({ pattern }) => pattern.test(words));
  return named.length === 1 ? (named[0]?.named ?? null) : null;
}

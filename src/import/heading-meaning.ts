/** Which table the words of a heading name, in English, French and Spanish. */
import type { TableKind } from "../domain/document";
import { foldAccents } from "../domain/text";
import { fold } from "./lines";

/** A text longer than this is no heading. */
export const LONGEST_HEADING = 400;

/** What the words of a heading say of its table. */
export interface HeadingMeaning {
  table: TableKind | null;
  /** True where the words speak of what is planned, whatever the action. */
  plan: boolean;
  /** True where they may mean a decision or a plan ("for approval"). */
  doubtful: boolean;
}

type Action = "approval" | "determination" | "consent" | "agreement";

/** Texts are compared in lower case and without accents. */
const anyOf = (...patterns: string[]): RegExp => new RegExp(String.raw`\b(?:${patterns.join("|")})\b`);

const ACTIONS: readonly (readonly [RegExp, Action])[] = [
  [anyOf("determin(?:ed?|ations?|er|ees?|ar|ad[oa]s?|aci[o]n(?:es)?)"), "determination"],
  [anyOf("consent(?:ed|s|is?|ies?|ements?|ir|id[oa]s?|imientos?)?", "last call", "dernier appel"), "consent"],
  [
    anyOf("approv(?:ed|als?|e)", "approuv(?:er|ee?s?)", "approbations?", "aprob(?:ar|ad[oa]s?|acion(?:es)?)"),
    "approval",
  ],
  [anyOf("agree(?:d|ments?)?", "accords?", "convenue?s?", "acordad[oa]s?", "acuerdos?"), "agreement"],
];

/** What is planned and not done. */
const PLAN = anyOf(
  "planned|(?<!work )plans?|candidates?|propos(?:ed|als?)|foreseen|scheduled|upcoming|forthcoming|future|expected|anticipated|intended",
  "targett?ed|tentative|possible|potential|outlook|pending|awaiting|ready|for action|(?:will|would|should|may|could) be",
  "(?:for|at|in|before|by) (?:the |its )?(?:next|following)|next (?:sg ?\\d+ )?(?:plenary|meeting|session|time)",
  "to (?:be (?:approved|determined|consented|agreed|submitted|proposed)|approve|determine|consent|agree)",
  "prev(?:ue?s?|oit)|propose(?:e?s?|r)|candidate?s?|prochaine?s?|futur(?:e?s|[eoa]s?)?|envisagee?s?|attendue?s?|en vue|a venir|sera|seront",
  "a (?:approuver|determiner|soumettre|proposer)|previst[oa]s?|propuest[oa]s?|candidat[oa]s?|proxim[oa]s?|pendientes?|seran",
);

/** What is done at another time, or is not done at all. */
const DEFERRED = anyOf(
  "deferr(?:ed|al)|postpon(?:ed|ement)|declined|rejected|refused|objected|withheld|suspended|reportee?s?|rejetee?s?|refusee?s?",
  "aplazad[oa]s?|diferid[oa]s?|rechazad[oa]s?",
);
const NOT = anyOf(
  "not (?:yet |been |yet been )?(?:approved|determined|consented|agreed)|(?:non|pas(?: ete)?|no(?: fueron| han sido)?) (?:approuv|aprob|determin|consent)\\w+",
);
const APPROVED = anyOf("approved|approuv\\w+|aprobad\\w+");

const ADDED = "agreed|added|created|established|approved|initiated|started|opened|launched|adopted|accepted|newly";
const NEW_WORK = anyOf(
  `new(?:ly)? (?:(?!revised)[a-z]+ ){0,2}?work items|work items (?:that (?:were|are) )?(?:${ADDED})|additions? to the work programme`,
  "nouve(?:aux?|lles?) (?:sujets?|themes?|travaux|etudes?|elements? de travail)|nuev[oa]s? (?:temas?|trabajos?|estudios?|elementos? de trabajo)",
);
const DISCONTINUED =
  /\b(?:discontinu|delet|terminat|stopp|withdrawn|cancel|closed\b|abandon|supprim|retire|annul|suprimid|retirad|eliminad|interrumpid)/;
const UNDER_STUDY = anyOf(
  "work plan|under (?:development|study)|in progress|ongoing|en cours(?: d.(?:etude|elaboration))?|a l.etude|en (?:estudio|curso)",
);

/** The names of the procedures contain the word for an action. */
const PROCEDURES: readonly (readonly [RegExp, string])[] = [
  [/\btraditional approval (?:process|procedure)\b|\bapprobation traditionnelle\b|\baprobacion tradicional\b/g, "tap"],
  [
    /\balternat(?:iv)?e approval (?:process|procedure)\b|\bvariante de la procedure d.approbation\b|\bapprobation alternative\b|\baprobacion alternativ[oa]\b/g,
    "aap",
  ],
];
const TRADITIONAL = /\b(?:tap|resolution|resolucion)\b/;
const NORMATIVE = anyOf("recommendations?|texts?|aap|recommandations?|textes?|recomendaci(?:on|ones)|textos?");
const NON_NORMATIVE = anyOf("non-?normatives?|supplements?|technical (?:reports?|papers?)|implementers");
const FOR_ACTION = /\b(?:for|pour|para) (?:final |the |l.|le |la |su |el )?(?:tap |aap )?[a-z]+\b/g;
const FOR_APPROVAL = /\b(?:for|pour|para) (?:final |l.|su |la )?(?:tap )?(?:approval|approbation|aprobacion)\b/;
/** "consented, ready for Last Call": a decision beside words for plans. */
const DONE = /(?<!\bbe )\b(?:approved|determined|consented|agreed)\b/;
/** "submitted for consent", "for consent in 2025": what became of them is not said. */
const LEFT_OPEN =
  /\b(?:submitted|sent|forwarded|put forward|soumis\w*|presentad[oa]s) (?:for|to|a|pour|para)\b|\b(?:for|pour|para) .{0,40}\b(?:in|by|en) .{0,20}\b20\d\d\b/;

const PLANNED: Readonly<Record<Action, TableKind>> = {
  approval: "Planned for approval",
  determination: "Planned for determination",
  consent: "Planned for consent",
  agreement: "Planned for agreement",
};

/** The words of a heading in lower case, without accents, abbreviations and names of procedures written out. */
function normalized(title: string): string {
  const text = foldAccents(fold(title.slice(0, LONGEST_HEADING)))
    .toLowerCase()
    .replace(/[’']/g, "'");
  const words = text
    .replace(/\bwork[- ]?(?:programme |program )?items?\b|\bwis?\b/g, "work items")
    .replace(/\brecs?\b\.?/g, "recommendations");
  return PROCEDURES.reduce((result, [pattern, name]) => result.replace(pattern, name), words);
}

/** The actions that a text names. */
function actionsIn(text: string): Action[] {
  return ACTIONS.filter(([pattern]) => pattern.test(text)).map(([, action]) => action);
}

/** The only action of a heading. What is in parentheses names the procedure: "approved (TAP, determined in 2023)". */
function actionOf(text: string, outside: string): Action | "several" | null {
  const done = actionsIn(outside.replace(FOR_ACTION, " "));
  const found = done.length === 1 ? done : actionsIn(outside);
  const [action, ...others] = found.length > 0 ? found : actionsIn(text);
  return others.length > 0 ? "several" : (action ?? null);
}

/** The table of what was approved: without a procedure, only of Recommendations. */
function approvedTable(text: string): TableKind | null {
  if (TRADITIONAL.test(text)) return "TAP approved";
  return NORMATIVE.test(text) && !NON_NORMATIVE.test(text) ? "Recommendations approved" : null;
}

/** Which table the words of a heading name. In a part of the document that speaks of plans, nothing is a decision. */
export function meaningOf(title: string, inPlan = false): HeadingMeaning {
  const text = normalized(title);
  const plan = inPlan || PLAN.test(text);
  const named = (table: TableKind | null, doubtful = false): HeadingMeaning => ({ table, plan, doubtful });
  if (NEW_WORK.test(text)) return named(plan && !/\bagreed\b|\badded\b/.test(text) ? null : "New work items");
  if (DISCONTINUED.test(text)) return named(plan ? null : "Discontinued");
  if (NOT.test(text)) return named(plan || !APPROVED.test(text) ? null : "TAP not approved");
  if (DEFERRED.test(text)) return named(null);
  const outside = text.replace(/\([^()]*\)?/g, " ");
  const action = actionOf(text, outside);
  if (action === null) return named(UNDER_STUDY.test(text) ? "Under development" : null);
  if (action === "several") return named(null);
  if (plan) return named(PLANNED[action], DONE.test(outside));
  const isOpen = LEFT_OPEN.test(outside);
  switch (action) {
    case "determination":
      return named("TAP determined", isOpen);
    case "consent":
      return named("AAP consented", isOpen);
    case "agreement":
      return named("Agreed", isOpen);
    case "approval":
      return named(approvedTable(text), isOpen || FOR_APPROVAL.test(outside));
  }
}

/** Which table the words of a heading name; null where they name none. */
export function tableNamedBy(title: string, inPlan = false): TableKind | null {
  return meaningOf(title, inPlan).table;
}

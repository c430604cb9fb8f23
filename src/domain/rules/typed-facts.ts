/** Parses the note entered with a step: replies, dates and authorisation. */
import { isIsoDate } from "../designations/dates";
import type { EventFacts } from "../model";

const IN_FAVOUR = /(\d+)\s*(?:×\s*)?(?:yes|in favou?r|oui|pour)\b/i;
const AGAINST = /(\d+)\s*(?:×\s*)?(?:no|against|non|contre)\b/i;
const DAY = /\d{4}-\d{2}-\d{2}/g;
const AUTHORISED_BY =
  /\b(?:authori[sz](?:ed|ation)|concurrence|concurred|autoris(?:é|ée|ation)|assentiment)\b(?:\s+(?:by|of|par|de|du))?\s*(.*)/i;

/** Returns the facts in a note: "14 yes, 2 no", "2024-04-16 to 2024-05-14", "authorised by SG17". */
export function typedFacts(words: string): EventFacts {
  return { ...replies(words), ...period(words), ...authorisation(words) };
}

function replies(words: string): EventFacts {
  const [inFavour, against] = [IN_FAVOUR, AGAINST].map((pattern) => pattern.exec(words)?.[1]);
  // A single figure can have another meaning ("see R 12, no decision").
  if (inFavour === undefined || against === undefined) return {};
  return { repliesInFavour: Number(inFavour), repliesAgainst: Number(against) };
}

function period(words: string): EventFacts {
  const [from, to] = (words.match(DAY) ?? []).filter(isIsoDate);
  return from === undefined || to === undefined || to <= from ? {} : { from, to };
}

function authorisation(words: string): EventFacts {
  const found = AUTHORISED_BY.exec(words);
  return found ? { authorisedBy: (found[1] ?? "").trim() || words.trim() } : {};
}

/** Reads decisions from pasted lines: "X.1221, approved", "X.sr-ai: TAP determined as X.1999, TD2100", cells of another workbook. */
import { parseTiming } from "../designations/timing";
import { textKindOf } from "../rules/text-kinds";
import { foldSpaces, withoutInvisible } from "../text";
import { decisionNamed } from "./decision";
import { filled, type DecisionCells, type DecisionFieldId } from "./decision-fields";

/** Whether a text is the name of an item. */
export type IsName = (text: string) => boolean;

/** What separates the parts of a line, the strongest first. A comma or a dash inside a name is part of it. */
const SEPARATORS: readonly RegExp[] = [/\t/, /\s*[;|]\s*/, /\s*[,:=→]\s+|\s+[-–—]+\s+|,(?=\D)/];
const BULLET = /^\s*(?:[-–—•*·]|\(?[a-z\d]{1,3}[).])\s+/;
const LOCATION = /^(?:TD|T|R|C|DOC)[\s-]?\d[\w./-]*(?:\s*\(.*\))?$/i;
const A5 = /^A\.?(?:5|25)\b[\s:]*(.+)$/i;
/** Words before a number that a text gets. */
const BEFORE_NUMBER =
  /^(?:(?:now|as|number(?:ed)?|renumbered(?: as)?|numero|numéro|n°|no\.?|becomes?|devient|sous le numéro)\s+)+/i;

/** Returns the rows that pasted lines describe. A line that only names a decision holds for the lines below it. */
export function readDecisionLines(pasted: string, isName: IsName): DecisionCells[] {
  let heading: string | null = null;
  return pasted.split(/\r\n|[\n\r\u2028\u2029]/).flatMap((line): DecisionCells[] => {
    const text = withoutInvisible(line.normalize("NFC"));
    if (foldSpaces(text) === "") return [];
    if (!isName(foldSpaces(text)) && decisionNamed(text)) {
      heading = foldSpaces(text).replace(/:$/, "");
      return [];
    }
    const cells = readDecisionLine(text, isName);
    if (filled(cells, "item") === "" || isHeader(cells)) return [];
    const hasDecision = filled(cells, "decision") !== "";
    return [hasDecision || heading === null ? cells : { ...cells, decision: heading }];
  });
}

const HEADERS = /^(?:items?|work items?|acronym|name|recommendations?|texte?s?|sujets?|nom)$/i;
const isHeader = (cells: DecisionCells): boolean => HEADERS.test(filled(cells, "item"));

/** Returns what one line says: the item, and the decision, number, text, timing and remark given with it. */
export function readDecisionLine(line: string, isName: IsName): DecisionCells {
  const plain = line.replace(BULLET, "");
  const parts = partsOf(plain, isName);
  const [first = "", ...rest] = parts;
  const together = isName(first) || decisionNamed(first) ? null : splitName(first, isName);
  if (together) return classify(together.item, [together.rest, ...rest]);
  const at = itemAmong(parts, isName);
  const item = parts[at] ?? "";
  const others = parts.filter((_, position) => position !== at);
  return others.length === 0 ? { item } : classify(item, others);
}

function partsOf(line: string, isName: IsName): string[] {
  const separator = SEPARATORS.find((pattern) => pattern.test(line.trim()));
  if (!separator) return [foldSpaces(line)];
  const parts = line
    .trim()
    .split(separator)
    .map(foldSpaces)
    .filter((part) => part !== "");
  // A name that has the separator in it: "X.1352, Amd. 1".
  const [first = "", second, ...others] = parts;
  const joined = `${first}, ${second ?? ""}`;
  return second !== undefined && !decisionNamed(second) && isName(joined) ? [joined, ...others] : parts;
}

/** The position of the item among the parts: the first that is a name, else the first that is no decision. */
function itemAmong(parts: readonly string[], isName: IsName): number {
  const named = parts.findIndex((part) => isName(part));
  return named >= 0
    ? named
    : Math.max(
        0,
        parts.findIndex((part) => decisionNamed(part) === null),
      );
}

/** Splits a text without separators into a name and a decision: "X.1333 Cor. 1 approved", "Approved X.1221". */
function splitName(text: string, isName: IsName): { item: string; rest: string } | null {
  const words = text.split(" ");
  for (let count = words.length - 1; count > 0; count -= 1) {
    const [head, tail] = [words.slice(0, count).join(" "), words.slice(count).join(" ")];
    if (decisionNamed(tail) && (isName(head) || count === 1)) return { item: head, rest: tail };
    if (decisionNamed(head) && isName(tail)) return { item: tail, rest: head };
  }
  return null;
}

function classify(item: string, parts: readonly string[]): DecisionCells {
  const cells: Partial<Record<DecisionFieldId, string>> = { item };
  const notes: string[] = [];
  const put = (id: DecisionFieldId, value: string): void => {
    if (cells[id] === undefined) cells[id] = value;
    else notes.push(value);
  };
  for (const part of parts) {
    const [, before = part, number = ""] = /^(.*?)\s+(?:as|sous le numéro|numbered)\s+(\S.*)$/i.exec(part) ?? [];
    const a5 = A5.exec(part)?.[1];
    if (LOCATION.test(part)) put("text", part);
    else if (a5 !== undefined && LOCATION.test(a5)) put("a5", a5);
    else if (parseTiming(part)) put("timing", part);
    else if (isNumbered(part.replace(BEFORE_NUMBER, ""))) put("number", part.replace(BEFORE_NUMBER, ""));
    else if (number !== "" && decisionNamed(before) && isNumbered(number)) {
      put("decision", before);
      put("number", number);
    } else if (decisionNamed(part) !== null && cells.decision === undefined) put("decision", part);
    else notes.push(part);
  }
  // What follows an item and is no decision may be one that is misspelt: it is kept where the mistake is seen.
  if (cells.decision === undefined && parts.length === 1 && notes.length === 1)
    return { item, decision: notes[0] ?? "" };
  return notes.length > 0 ? { ...cells, note: notes.join(", ") } : cells;
}

const isNumbered = (text: string): boolean => textKindOf(text)?.numbered === true;

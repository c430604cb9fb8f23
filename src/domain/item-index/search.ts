/** Items that match a few words, best first. */
import type { WorkItem } from "../model";
import { nearKey, normaliseName } from "../designations/normalise";
import { personKey } from "../designations/people";
import { namesOfItem } from "./name-register";
import { findItem } from "./programme-index";
import type { ProgrammeIndex } from "./programme-index";

interface Searchable {
  names: string[];
  nearNames: string[];
  title: string;
  titleWords: string;
  editors: string;
  people: string[];
}

/** Marks for where the words are found; the best mark of an item counts. */
const MARKS = {
  name: 100,
  nearName: 90,
  nameBegins: 80,
  nameHolds: 70,
  titleBegins: 60,
  titleHolds: 55,
  titleWords: 50,
  person: 45,
  editorWords: 40,
  anywhere: 20,
} as const;

const searchables = new WeakMap<WorkItem, Searchable>();

function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[\u2010-\u2015]/g, "-")
    .replace(/\s+/g, " ")
    .trim();
}

/** Words with a space before each, so that a word is found by its beginning. */
function spaced(text: string): string {
  return ` ${(fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(" ")}`;
}

function searchable(item: WorkItem): Searchable {
  const known = searchables.get(item);
  if (known !== undefined) return known;
  const names = namesOfItem(item);
  const result: Searchable = {
    names: names.map(normaliseName),
    nearNames: names.map(nearKey),
    title: fold(item.title),
    titleWords: spaced(item.title),
    editors: item.editors.map(spaced).join(" "),
    people: item.editors.map(personKey),
  };
  searchables.set(item, result);
  return result;
}

interface Query {
  name: string;
  near: string;
  phrase: string;
  words: string[];
  person: string;
}

function mark(item: WorkItem, query: Query): number {
  const { names, nearNames, title, titleWords, editors, people } = searchable(item);
  const { name, near, phrase, words, person } = query;
  if (name !== "") {
    if (names.includes(name)) return MARKS.name;
    if (near !== "" && nearNames.includes(near)) return MARKS.nearName;
    if (names.some((each) => each.startsWith(name))) return MARKS.nameBegins;
    if (names.some((each) => each.includes(name))) return MARKS.nameHolds;
  }
  if (title.startsWith(phrase)) return MARKS.titleBegins;
  if (title.includes(phrase)) return MARKS.titleHolds;
  if (words.length === 0) return 0;
  if (words.every((word) => titleWords.includes(word))) return MARKS.titleWords;
  if (person !== "" && people.includes(person)) return MARKS.person;
  if (words.every((word) => editors.includes(word))) return MARKS.editorWords;
  const everywhere = `${titleWords} ${editors} ${names.join(" ")}`;
  return words.every((word) => everywhere.includes(word.trim())) ? MARKS.anywhere : 0;
}

/**
 * Items whose names, title or editors match a text: names before titles before editors, whole before part, and in natural
 * order among equals. Where nothing matches, the items with the nearest names. Empty for a blank text.
 */
export function searchItems(index: ProgrammeIndex, text: string): WorkItem[] {
  const phrase = fold(text);
  if (phrase === "") return [];
  const words = (phrase.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => ` ${word}`);
  const query = { name: normaliseName(text), near: nearKey(text), phrase, words, person: personKey(text) };
  const marked = index.ordered
    .map((item, at) => ({ item, at, points: mark(item, query) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points || a.at - b.at)
    .map(({ item }) => item);
  if (marked.length > 0) return marked;
  const asked = findItem(index, text);
  if ("found" in asked) return [asked.found];
  if ("ambiguous" in asked) return asked.ambiguous;
  return [...new Set(asked.unknown.flatMap((name) => index.itemsNamed(name)))];
}

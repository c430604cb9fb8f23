/** Lists and counts of items by status, Question, process and editor, now or as of a day. */
import type { IsoDate, WorkItem } from "../model";
import { OWN_GROUP, type Process, type Status } from "../vocabulary";
import { wordsOf } from "../text";
import { personKey } from "../designations/people";
import { stateAsOf } from "./programme-index";
import type { ProgrammeIndex } from "./programme-index";

/** What items must have; what is null or left out does not count. */
export interface ItemFilter {
  /** Any of these. */
  statuses?: readonly Status[] | null;
  /** "2/17"; lead or joint Question. One of another study group ("2/13") reaches its items, EVERY_GROUP those of all; else SG17's count. */
  question?: string | null;
  process?: Process | null;
  /** A person, in any spelling, or part of a name: "YOUM", "Heung Youl". */
  editor?: string | null;
  /** Status and process are those of this day; items not known by then do not count. The rest is as it is now. */
  date?: IsoDate | null;
}

/** Instead of a Question: the items of every study group. */
export const EVERY_GROUP = "*";

const OWN_QUESTION = `/${OWN_GROUP.replace("SG", "")}`;

/** Returns the test whether an item belongs to the study group of a Question; null for the items of all study groups. */
export function groupTest(question: string | null | undefined): ((item: WorkItem) => boolean) | null {
  const isOthers = question === EVERY_GROUP || (question && !question.endsWith(OWN_QUESTION));
  return isOthers ? null : (item) => item.studyGroup === OWN_GROUP;
}

interface Editors {
  keys: string[];
  words: string[][];
}

const editorsOf = new WeakMap<WorkItem, Editors>();

function editors(item: WorkItem): Editors {
  const cached = editorsOf.get(item);
  if (cached !== undefined) return cached;
  const result = { keys: item.editors.map(personKey), words: item.editors.map(wordsOf) };
  editorsOf.set(item, result);
  return result;
}

function editorTest(requested: string): (item: WorkItem) => boolean {
  const key = personKey(requested);
  const words = wordsOf(requested);
  if (words.length === 0) return () => true;
  return (item) => {
    const cached = editors(item);
    return cached.keys.includes(key) || cached.words.some((name) => words.every((word) => name.includes(word)));
  };
}

function test(index: ProgrammeIndex, filter: ItemFilter): (item: WorkItem) => boolean {
  const tests: ((item: WorkItem) => boolean)[] = [];
  const { question, process, date } = filter;
  const statuses = filter.statuses && filter.statuses.length > 0 ? new Set(filter.statuses) : null;
  const ofGroup = groupTest(question);
  if (ofGroup) tests.push(ofGroup);
  if (question && question !== EVERY_GROUP)
    tests.push((item) => item.question === question || item.jointQuestions.includes(question));
  if (filter.editor) tests.push(editorTest(filter.editor));
  if (date) {
    tests.push((item) => {
      const state = stateAsOf(index, item.key, date);
      if (state === null || (process && state.process !== process)) return false;
      return statuses === null || statuses.has(state.status);
    });
  } else {
    if (statuses) tests.push((item) => statuses.has(item.status));
    if (process) tests.push((item) => item.process === process);
  }
  return (item) => tests.every((each) => each(item));
}

/** Returns the items that match a filter, in natural order of number, otherwise of provisional name. */
export function listItems(index: ProgrammeIndex, filter: ItemFilter): WorkItem[] {
  return index.ordered.filter(test(index, filter));
}

/** Returns the number of items that match a filter. */
export function countItems(index: ProgrammeIndex, filter: ItemFilter): number {
  const matches = test(index, filter);
  let count = 0;
  for (const item of index.programme.items) if (matches(item)) count += 1;
  return count;
}

/** Find over many items, in processor time: the first search, which reads their texts, and the ones that follow each letter typed. */
import { blankItem } from "../../src/domain/blank";
import { buildIndex } from "../../src/domain/item-index";
import { searchItems } from "../../src/domain/item-index/search";
import type { WorkItem } from "../../src/domain/model";
import { STATUSES } from "../../src/domain/vocabulary";
import { duration, processorTime, type Result } from "./measure";

const QUERIES = ["X.12", "security", "determined security 2/17", "securty framewrok", "2024-Q1 overdue", "X.itme-9"];
/** No task may block the page for longer. */
const LONGEST_BLOCK = 200;
const ROUNDS = 3;

const WORDS =
  "security framework guidelines identity quantum ledger mobile cloud threat protocol telebiometric message".split(" ");

/** Composed items, three words a title. */
function composedItems(count: number): WorkItem[] {
  return Array.from({ length: count }, (_, at) => ({
    ...blankItem(`item-${String(at)}`),
    name: `X.item-${String(at)}`,
    title: [at, at * 7 + 1, at * 13 + 5].map((seed) => WORDS[seed % WORDS.length]).join(" "),
    status: STATUSES[at % STATUSES.length] ?? "Under study",
    question: `${String((at % 15) + 1)}/17`,
    timing: `202${String(at % 8)}-Q${String((at % 4) + 1)}`,
  }));
}

/** Returns the duration of the first search and of the slowest of the others. */
export async function searchTimes(what: string, items: WorkItem[]): Promise<Result[]> {
  const index = buildIndex({ documents: [], items, events: [], meetings: [], frames: [], findings: [] });
  const search = (text: string) =>
    processorTime(() => {
      searchItems(index, text, { everyGroup: true, today: "2026-01-01" });
      return Promise.resolve();
    });
  const first = await search("security");
  let slowest = 0;
  for (const query of QUERIES) {
    let best = Infinity;
    for (let round = 0; round < ROUNDS; round += 1) best = Math.min(best, await search(query));
    slowest = Math.max(slowest, best);
  }
  const line = (part: string, ours: number): Result => ({
    what: `${what}: ${part}`,
    ours: duration(ours),
    against: "the longest that the page may be blocked",
    floor: duration(LONGEST_BLOCK),
    ratio: (ours / LONGEST_BLOCK).toFixed(2),
    goal: "≤ 1",
    reached: ours <= LONGEST_BLOCK,
  });
  return [line("first search", first), line("slowest later search", slowest)];
}

/** Find over 6,864 and 20,000 composed items; with --texts, also over real ones. */
export async function benchSearch(): Promise<Result[]> {
  return [
    ...(await searchTimes("Find, 6,864 items", composedItems(6_864))),
    ...(await searchTimes("Find, 20,000 items", composedItems(20_000))),
  ];
}

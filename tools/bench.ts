/**
 * npm run bench [-- NAME…] [--texts FILE.tsv]
 *
 * How fast the add-in is, each figure beside the same work without it, in one run on one machine. Names: load, functions, lists, edit,
 * paste, opening, requests, read, hostile, search, start; all of them where none is given. With --texts, also thousands of real texts from a list as a programme.
 */
import { parseArgs } from "node:util";
import { benchFunctions, benchLists } from "./bench/functions";
import { benchHostile } from "./bench/hostile";
import type { Result } from "./bench/measure";
import { benchOpening } from "./bench/opening";
import { benchFiles, benchRead } from "./bench/read";
import { benchRequests } from "./bench/requests";
import { benchSearch } from "./bench/search";
import { benchStart } from "./bench/start";
import { benchTexts } from "./bench/texts";
import { benchEdit, benchLoad, benchPaste } from "./bench/workbook";

const BENCHES: Record<string, () => Promise<Result[]>> = {
  load: async () => [await benchLoad(200), await benchLoad(2_000), await benchLoad(20_000)],
  functions: benchFunctions,
  lists: benchLists,
  edit: async () => [await benchEdit(200), await benchEdit(20_000)],
  paste: async () => [await benchPaste()],
  opening: benchOpening,
  requests: benchRequests,
  read: async () => [...(await benchRead()), ...(await benchFiles())],
  hostile: benchHostile,
  search: benchSearch,
  start: benchStart,
};

function table(results: Result[]): string {
  const rows = results.map(({ what, ours, against, floor, ratio, goal, reached }) =>
    [what, ours, against, floor, ratio, goal, reached ? "yes" : "no"].join(" | "),
  );
  const head = ["what", "ours", "against", "floor", "ratio", "goal", "reached"].join(" | ");
  return [head, head.replace(/[^|]+/g, " --- "), ...rows].map((row) => `| ${row} |`).join("\n");
}

async function main(): Promise<void> {
  const { values, positionals: wanted } = parseArgs({ options: { texts: { type: "string" } }, allowPositionals: true });
  const unknown = wanted.find((name) => !(name in BENCHES));
  if (unknown) throw new Error(`There is no bench “${unknown}”. There are: ${Object.keys(BENCHES).join(", ")}.`);
  const results: Result[] = [];
  for (const [name, bench] of Object.entries(BENCHES)) {
    if ((wanted.length || values.texts) && !wanted.includes(name)) continue;
    console.error(`${name} …`);
    results.push(...(await bench()));
  }
  if (values.texts) results.push(...(await benchTexts(values.texts)));
  console.log(table(results));
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);

/** Writes README's table of functions from their declaration (`npm run docs`); a test holds the two together. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { FUNCTIONS, shownAnswer, signature } from "../src/functions/catalogue";
import type { FunctionEntry } from "../src/functions/catalogue";
import { functionHelp } from "../src/i18n/en/function-help";
import { ROOT } from "./build";

const README = path.join(ROOT, "README.md");
const START = "<!-- functions: generated from src/functions/catalogue.ts by `npm run docs` -->";
const END = "<!-- /functions -->";
const SHAPES: Record<FunctionEntry["shape"], string> = {
  "cell by cell": "a range gives a range",
  list: "one below the other",
  table: "rows, spilled",
  value: "one cell",
};

const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll("\n", " ");

function line(entry: FunctionEntry): string {
  const { id, shape, examples } = entry;
  const example = examples[0]
    ? ` \`=SG17.${examples[0].formula}\` is ${shownAnswer(examples[0].answer, functionHelp)}.`
    : "";
  return `| \`${signature(entry)}\` | ${cell(`${functionHelp.functions[id]}.${example}`)} | ${SHAPES[shape]} |`;
}

/** README's text with its table of functions as the catalogue has them now. */
export function withFunctions(readme: string): string {
  const [start, end] = [readme.indexOf(START), readme.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`README.md lacks the lines “${START}” and “${END}”.`);
  const table = ["| | | |", "| --- | --- | --- |", ...FUNCTIONS.map((entry) => line(entry as FunctionEntry))].join(
    "\n",
  );
  return `${readme.slice(0, start + START.length)}\n\n${table}\n\n${readme.slice(end)}`;
}

if (require.main === module) writeFileSync(README, withFunctions(readFileSync(README, "utf8")));

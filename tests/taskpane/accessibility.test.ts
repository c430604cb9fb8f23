/** axe on every state of the pane; colours are looked at in the browser, which jsdom cannot compute. */
import axe from "axe-core";
import { difference, index, message, openPane, press, settle, type, visible, type Workbook } from "./harness";

async function violations(): Promise<string[]> {
  const results = await axe.run(document, { rules: { "color-contrast": { enabled: false } } });
  return results.violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html).join(" ")}`);
}

beforeAll(() => {
  document.documentElement.lang = "en";
  document.title = "SG17 Work Programme";
});

const states: [string, (workbook: Workbook) => Promise<void>][] = [
  ["at the start", () => Promise.resolve()],
  ["with results", () => type("quantum")],
  ["with no results", () => type("zzzzqqqq")],
  [
    "with a card",
    async (workbook) => {
      workbook.select(index.itemsNamed("X.1221")[0]?.key ?? "");
      await settle();
    },
  ],
  [
    "inserting a formula",
    async () => {
      await press("More");
      for (const section of visible("details")) (section as HTMLDetailsElement).open = true;
      await settle(400);
    },
  ],
  ["at work", () => press("Work")],
  [
    "while loading",
    async (workbook) => {
      workbook.load = ({ report }) => {
        report({ step: "Writing", done: 1, total: 2 });
        return new Promise(() => undefined);
      };
      await press("Work");
      await press("Load both documents");
    },
  ],
  [
    "after an error",
    async () => {
      await press("Work");
      await press("Check now");
    },
  ],
  [
    "with differences, and the question before all are taken",
    async (workbook) => {
      await press("Work");
      const columns = ["Title", "Editors", "Text", "Remarks", "Timing", "Kind", ""];
      workbook.findings.found({ differences: columns.map((column) => difference("X.1817", column)) });
      await press("Use all 7 document values");
    },
  ],
  [
    "with damaged tables and the question before a replacement",
    async (workbook) => {
      await press("Work");
      const damage = { table: "Meetings", damage: "missing" as const, columns: [] };
      workbook.findings.found({ damage: [{ damage, sentence: "Meetings: the table is missing." }] });
      await press("Replace…");
    },
  ],
  [
    "with messages",
    async (workbook) => {
      workbook.tell(message(), message({ id: "m2", outcome: "marked" }));
      await settle();
    },
  ],
  [
    "with an override under way",
    async (workbook) => {
      workbook.tell(message());
      await press("Override…");
    },
  ],
  [
    "with everything under More open",
    async () => {
      await press("More");
      for (const details of visible("details")) (details as HTMLDetailsElement).open = true;
      await settle(20);
    },
  ],
];

it.each(states)("axe finds nothing %s", async (_name, prepare) => {
  const { workbook } = await openPane();
  await prepare(workbook);
  expect(await violations()).toEqual([]);
});

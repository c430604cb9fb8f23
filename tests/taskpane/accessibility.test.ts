/** axe on every state of the pane, without colours: jsdom does not compute them, so a test in the browser checks them. */
import axe from "axe-core";
import {
  difference,
  fakeExcel,
  keyOf,
  message,
  openPane,
  press,
  reviewStore,
  flush,
  type,
  visible,
  waitFor,
} from "./harness";

async function violations(): Promise<string[]> {
  const results = await axe.run(document, { rules: { "color-contrast": { enabled: false } } });
  return results.violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html).join(" ")}`);
}

beforeAll(() => {
  document.documentElement.lang = "en";
  document.title = "SG17 Work Programme";
});

const states: [string, () => Promise<void>][] = [
  ["at the start", () => Promise.resolve()],
  ["with results", () => type("quantum")],
  ["with no results", () => type("zzzzqqqq")],
  [
    "with a card",
    async () => {
      fakeExcel.select(keyOf("X.1221"));
      await flush();
    },
  ],
  [
    "inserting a formula",
    async () => {
      await press("More");
      for (const section of visible("details")) (section as HTMLDetailsElement).open = true;
      await flush();
      await waitFor(() => visible(".preview table").length > 0);
    },
  ],
  ["at work", () => press("Work")],
  [
    "while loading",
    async () => {
      fakeExcel.load = ({ progress, signal }) => {
        progress?.({ stage: "writing", done: 1, total: 2 });
        return new Promise((resolve) =>
          signal?.addEventListener("abort", () => {
            resolve({ outcome: "cancelled" });
          }),
        );
      };
      await press("Work");
      await press("Load the documents");
    },
  ],
  [
    "after an error",
    async () => {
      fakeExcel.error = new Error("The sheet is protected.");
      await press("Work");
      await press("Check now");
    },
  ],
  [
    "with differences, and the question before all are taken",
    async () => {
      await press("Work");
      const columns = ["Title", "Editors", "Text", "Remarks", "Timing", "Kind", ""];
      reviewStore.found({ differences: columns.map((column) => difference("X.1817", column)) });
      await press("Use all 7 document values");
    },
  ],
  [
    "with tables to repair and the question before a replacement",
    async () => {
      await press("Work");
      reviewStore.found({ tableProblems: [{ table: "Meetings", sheet: "Meetings", kind: "missing", columns: [] }] });
      await press("Replace…");
    },
  ],
  [
    "with messages",
    async () => {
      fakeExcel.addMessages(message(), message({ id: "m2", outcome: "marked" }));
      await flush();
    },
  ],
  [
    "with an override under way",
    async () => {
      fakeExcel.addMessages(message());
      await press("Override…");
    },
  ],
  [
    "with everything under More open",
    async () => {
      await press("More");
      for (const details of visible("details")) (details as HTMLDetailsElement).open = true;
      await flush();
    },
  ],
];

it.each(states)("axe finds nothing %s", async (_name, prepare) => {
  await openPane();
  await prepare();
  expect(await violations()).toEqual([]);
});

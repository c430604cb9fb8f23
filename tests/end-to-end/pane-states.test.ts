/**
 * Every state of the pane in a real browser: a picture of each (artefacts/pane/), nothing cut off at 320 pixels or at 200 % zoom, and
 * axe with colours, light and dark. The pane itself produces the states on the real programme; the browser shows their markup.
 */
import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { AxeResults } from "axe-core";
import { JSDOM } from "jsdom";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "../../tools/browser";
import { ROOT } from "../../tools/build";
// For its type alone: it reaches for the page, which is only there once a state is made.
import type * as harnessModule from "../taskpane/harness";

const PICTURES = path.join(ROOT, "artefacts", "pane");
const CSS = readFileSync(path.join(ROOT, "src", "taskpane", "taskpane.css"), "utf8");
const AXE = readFileSync(path.join(ROOT, "node_modules", "axe-core", "axe.min.js"), "utf8");

type Harness = typeof harnessModule;
type Prepare = (harness: Harness, opened: Awaited<ReturnType<Harness["openPane"]>>) => Promise<void>;

const STATES: Record<string, Prepare> = {
  start: () => Promise.resolve(),
  "results for quantum": ({ type }) => type("quantum"),
  "a long list": ({ type }) => type("X."),
  "no results": ({ type }) => type("zzzzqqqq"),
  "a card": async ({ fakeExcel, keyOf, flush }) => {
    fakeExcel.select(keyOf("X.websec-7"));
    await flush();
  },
  work: ({ press }) => press("Work"),
  loading: async ({ fakeExcel, press }) => {
    fakeExcel.load = ({ progress, signal }) => {
      progress?.({ stage: "writing", done: 312, total: 573 });
      return new Promise((resolve) =>
        signal?.addEventListener("abort", () => {
          resolve({ outcome: "cancelled" });
        }),
      );
    };
    await press("Work");
    await press("Load the documents");
  },
  "an error": async ({ fakeExcel, press }) => {
    fakeExcel.error = new Error("The sheet is protected.");
    await press("Work");
    await press("Check now");
  },
  differences: async ({ difference, press, reviewStore, flush }) => {
    await press("Work");
    const title = "Security requirements and guidelines for telecommunication services based on distributed ledgers";
    reviewStore.found({
      differences: [
        difference("X.1817", "Title", { here: `${title} (draft)`, documents: title }),
        difference("X.1817", "Remarks", { here: "Ask the rapporteur", documents: "" }),
        difference("X.1221", "Editors", { sheet: "2023-09 Annex C", here: "Jane DOE", documents: "Michael ROSA" }),
        difference("X.sr-ai", "Since", { here: "1 Sep 2023", documents: "8 Sep 2023" }),
        difference("X.websec-7", "", { here: "", documents: "X.websec-7" }),
        difference("X.metric", "Timing", { here: "2024-Q2", documents: "2025-Q1" }),
      ],
    });
    await flush();
  },
  "the question before all differences": async ({ difference, press, reviewStore }) => {
    await press("Work");
    reviewStore.found({
      differences: Array.from({ length: 500 }, (_, at) => difference(`X.${String(1000 + at)}`, "Title")),
    });
    await press("Use all 500 document values");
  },
  "replacing, with tables to repair": async ({ fakeExcel, findTableProblems, press }) => {
    await press("Work");
    fakeExcel.tableProblems = [
      { table: "Meetings", sheet: "Meetings", kind: "missing", columns: [] },
      { table: "WorkProgramme", sheet: "Work programme", kind: "columns missing", columns: ["Key"] },
    ];
    await findTableProblems();
    await press("Replace…");
  },
  messages: async ({ fakeExcel, message, flush }) => {
    const marked = {
      id: "m2",
      item: "X.1221",
      title: "Marked",
      outcome: "marked",
      when: "2026-11-21T09:00:00Z",
    } as const;
    fakeExcel.addMessages(
      message(),
      message(marked),
      message({
        id: "m3",
        item: "",
        title: "For your attention",
        tried: "",
        clause: "",
        possible: [],
        canOverride: false,
        outcome: "noted",
        text: "Rows of History were sorted.",
        when: "2026-11-21T08:00:00Z",
      }),
    );
    await flush();
  },
  "an override": async ({ fakeExcel, message, press }) => {
    fakeExcel.addMessages(message());
    await press("Override…");
  },
  "no messages": ({ press }) => press("Messages"),
  settings: async ({ flush }, pane) => {
    pane.open("settings");
    await flush();
  },
  "a notice": async ({ flush }, pane) => {
    pane.open("settings");
    pane.showNotice("Not saved: Excel does not let the add-in write here. Is the sheet or the workbook protected?");
    await flush();
  },
  help: async ({ flush }, pane) => {
    pane.open("help");
    await flush();
  },
  diagnostics: async ({ press, flush }, pane) => {
    pane.open("diagnostics");
    await flush();
    await press("Test the functions");
    await flush();
  },
};

const { window } = new JSDOM("<!doctype html><html lang='en'><body></body></html>", { url: "https://localhost/" });

/** The pane in a state, as markup: what properties hold is written into attributes. */
async function markup(prepare: Prepare): Promise<string> {
  const harness = await import("../taskpane/harness");
  const opened = await harness.openPane();
  await prepare(harness, opened);
  for (const input of window.document.querySelectorAll("input")) {
    if (input.type !== "file") input.setAttribute("value", input.value);
    input.toggleAttribute("checked", input.checked);
  }
  for (const option of window.document.querySelectorAll("option")) option.toggleAttribute("selected", option.selected);
  for (const bar of window.document.querySelectorAll("progress")) bar.setAttribute("value", String(bar.value));
  return window.document.body.innerHTML;
}

let browser: Browser;
let page: Page;
const states = new Map<string, string>();

beforeAll(async () => {
  const {
    document,
    Event,
    KeyboardEvent,
    HTMLElement,
    HTMLInputElement,
    HTMLSelectElement,
    HTMLTextAreaElement,
    Node,
  } = window;
  const elements = { HTMLElement, HTMLInputElement, HTMLSelectElement, HTMLTextAreaElement, Node };
  Object.assign(globalThis, { window, document, Event, KeyboardEvent, ...elements });
  // Newer versions of Node have a navigator of their own, which cannot be assigned.
  Object.defineProperty(globalThis, "navigator", { value: window.navigator, configurable: true });
  mkdirSync(PICTURES, { recursive: true });
  for (const [name, prepare] of Object.entries(STATES)) states.set(name, await markup(prepare));
  browser = await launchBrowser();
  page = await browser.newPage();
});
afterAll(() => browser.close());

async function show(state: string, theme: "light" | "dark", width: number, zoom = 1): Promise<void> {
  await page.setViewportSize({ width, height: 720 });
  await page.setContent(
    `<!doctype html><html lang="en" data-theme="${theme}" style="font-size:${String(zoom * 16)}px"><head><title>SG17 Work Programme</title><style>${CSS}</style></head><body>${states.get(state) ?? ""}</body></html>`,
  );
}

/** Elements that reach beyond the page's right edge. */
function cutOff(): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("main *")]
      .filter((element) => {
        const box = element.getBoundingClientRect();
        return box.width > 1 && box.right > document.documentElement.clientWidth + 1;
      })
      .map((element) => `${element.tagName} ${element.className} ${element.textContent?.slice(0, 40) ?? ""}`),
  );
}

describe.each(Object.keys(STATES))("%s", (state) => {
  it("is not cut off at 320 pixels or at 200 % zoom", async () => {
    for (const [width, zoom] of [
      [320, 1],
      [400, 1],
      [320, 2],
    ] as const) {
      await show(state, "light", width, zoom);
      expect([width, zoom, await cutOff()]).toEqual([width, zoom, []]);
    }
    await page.screenshot({ path: path.join(PICTURES, `${state} zoom.png`), fullPage: true });
  });
  it("passes axe in light and dark", async () => {
    for (const theme of ["light", "dark"] as const) {
      await show(state, theme, 340);
      await page.screenshot({ path: path.join(PICTURES, `${state} ${theme}.png`), fullPage: true });
      await page.evaluate(AXE);
      const found = await page.evaluate(() => (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run());
      expect(
        found.violations.map(
          (each) => `${each.id}: ${each.nodes.map((node) => `${node.html} ${node.failureSummary ?? ""}`).join(" ")}`,
        ),
      ).toEqual([]);
    }
  });
  it("is not cut off in a contrast theme", async () => {
    await page.emulateMedia({ forcedColors: "active" });
    await show(state, "light", 340);
    await page.screenshot({ path: path.join(PICTURES, `${state} contrast.png`) });
    await page.emulateMedia({ forcedColors: "none" });
    expect(await cutOff()).toEqual([]);
  });
});

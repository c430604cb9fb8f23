/** The pane on the real programme of both documents, with the workbook's side kept in memory. */
import { actionText } from "../../src/i18n/rules";
import { JobRunner, type JobName, type JobContext } from "../../src/commands/job-runner";
import { lookAt, reportDefaults } from "../../src/commands/annexes";
import { ReviewStore, type ShownDifference } from "../../src/commands/review-store";
import type { GuardMessage } from "../../src/domain/edit-review/message";
import { joinDocuments } from "../../src/domain/merge";
import type { Programme, WorkItem } from "../../src/domain/model";
import { buildIndex, listItems } from "../../src/domain/item-index";
import { possibleNext } from "../../src/domain/rules";
import type { RuleContext } from "../../src/domain/rules/types";
import type { Status } from "../../src/domain/vocabulary";
import { searchItems } from "../../src/domain/item-index/search";
import { readSeeds } from "../../src/import/seeds";
import { preview } from "../../src/functions/preview";
import { Pane } from "../../src/taskpane/pane";
import type {
  FoundItems,
  ImportChoice,
  ImportPreview,
  ImportSource,
  OfferedStep,
  PanePort,
  PaneSettings,
  ProgrammeSource,
} from "../../src/taskpane/ports";

export const programme: Programme = joinDocuments(readSeeds());
export const index = buildIndex(programme);

export const message = (changes: Partial<GuardMessage> = {}): GuardMessage => ({
  id: "m1",
  when: "2026-11-21T10:00:00.000Z",
  item: "X.590",
  key: "x.jss",
  keys: ["x.jss"],
  cell: { sheet: "Work programme", address: "G90" },
  count: 1,
  tried: "Status: Consented to Agreed",
  title: "Change reverted",
  text: "A determined or consented text is approved and not agreed.",
  clause: "Rec. A.1, 1.8.2",
  possible: [{ status: "Approved", step: null, label: "Approve" }],
  canOverride: true,
  canRestore: false,
  outcome: "reverted",
  ...changes,
});

/** What the pane asked of the workbook. */
export interface Asked {
  steps: unknown[][];
  overrides: unknown[][];
  shown: string[];
  loads: number;
  imports: number;
  previewed: ImportSource[];
  chosen: ImportChoice[];
  copied: string[];
  reports: unknown[];
  changes: (string | null)[];
  words: unknown[];
  /** Ids of differences whose document side was taken, and of those that were gone to. */
  taken: string[];
  jobs: string[];
  /** Formulas that were inserted. */
  formulas: string[];
}

/** A difference in a column of an item's row, as the commands show it. */
export const difference = (item: string, column: string, changes: Partial<ShownDifference> = {}): ShownDifference => ({
  difference: {
    id: `${item} ${column}`,
    table: "WorkProgramme",
    row: item.toLowerCase(),
    key: item.toLowerCase(),
    item,
    field: column,
    identity: "Key",
    format: "text",
    sources: ["2023-09 executive summary"],
    theirs: "Ours",
    documents: "Theirs",
  },
  group: item,
  item,
  sheet: "Work programme",
  column,
  here: "Ours",
  documents: "Theirs",
  ...changes,
});

const offered = (item: WorkItem, context: RuleContext): OfferedStep[] =>
  possibleNext(item, context).map(({ status, step, earliest, now, transitions }) => {
    return { status, step, earliest, now, action: actionText({ transitions }) };
  });

export class Workbook {
  readonly asked: Asked = {
    steps: [],
    overrides: [],
    shown: [],
    loads: 0,
    imports: 0,
    previewed: [],
    chosen: [],
    copied: [],
    reports: [],
    changes: [],
    words: [],
    taken: [],
    jobs: [],
    formulas: [],
  };
  readonly findings = new ReviewStore();
  /** Whether this host lets the pane copy. */
  copies = true;
  readonly activity = new JobRunner((error) => (error instanceof Error ? error.message : String(error)));
  messages: GuardMessage[] = [];
  settings: PaneSettings = { currentMeeting: null, mode: "enforce", startWithWorkbook: false, currentDate: null };
  who = "";
  /** Whether this web view keeps what it is given. */
  keeps = true;
  separator: "," | ";" = ",";
  source: ProgrammeSource = "workbook";
  refuse: Error | null = null;
  previews: ImportPreview[] = [];
  errors: string[] = [];
  private listeners = {
    programme: [] as (() => void)[],
    selected: [] as ((key: string) => void)[],
    messages: [] as ((all: readonly GuardMessage[]) => void)[],
    unknownNames: (_count: number): void => undefined,
  };
  load: (tools: JobContext) => Promise<{ message: string }> = () => Promise.resolve({ message: "Loaded." });

  tell(...messages: GuardMessage[]): void {
    this.messages = [...messages, ...this.messages];
    for (const listener of this.listeners.messages) listener(this.messages);
  }
  programmeChanged(): void {
    for (const listener of this.listeners.programme) listener();
  }
  /** Formulas with #NAME? were found. */
  foundUnknownNames(count: number): void {
    this.listeners.unknownNames(count);
  }
  select(key: string): void {
    for (const listener of this.listeners.selected) listener(key);
  }

  private found(items: WorkItem[]): FoundItems {
    const counts = new Map<Status, number>();
    for (const { status } of listItems(index, {})) counts.set(status, (counts.get(status) ?? 0) + 1);
    return { source: this.source, items, known: programme.items.length, counts };
  }

  private job(name: JobName) {
    this.asked.jobs.push(name);
    return this.activity.run(name, () => Promise.resolve({ message: "Done." }));
  }

  private answer(): Promise<void> {
    return this.refuse ? Promise.reject(this.refuse) : Promise.resolve();
  }

  port(): PanePort {
    const context = {
      programme: index,
      meetings: programme.meetings,
      meeting: null,
      date: "2024-03-01",
      today: "2024-03-01",
    };
    const remove = (id: string) => {
      this.messages = this.messages.filter((each) => each.id !== id);
      this.tell();
    };
    return {
      find: {
        find: (text) => Promise.resolve(this.found(searchItems(index, text))),
        withStatus: (status) => Promise.resolve(this.found(listItems(index, { statuses: [status] }))),
        view: (key) => {
          const item = index.itemWithKey(key);
          return Promise.resolve(item ? { item, events: index.eventsOf(key), next: offered(item, context) } : null);
        },
        showOnSheet: (key) => {
          this.asked.shown.push(key);
          return this.answer();
        },
        takeStep: (...step) => {
          this.asked.steps.push(step);
          return this.answer();
        },
        onProgrammeChanged: (listener) => {
          this.listeners.programme.push(listener);
          return () => undefined;
        },
        onItemSelected: (listener) => {
          this.listeners.selected.push(listener);
          return () => undefined;
        },
      },
      work: {
        activity: this.activity,
        load: () => {
          this.asked.loads += 1;
          return this.activity.run("load", (tools) => this.load(tools));
        },
        check: () => this.activity.run("check", () => Promise.reject(new Error("The sheet is protected."))),
        preview: (sources) => {
          this.asked.previewed.push(...sources);
          return Promise.resolve(this.previews);
        },
        choose: (choice) => {
          this.asked.chosen.push(choice);
          return this.previews;
        },
        importPreviewed: () => {
          this.asked.imports += 1;
          return this.activity.run("import", () => Promise.resolve({ message: "Imported." }));
        },
        findings: this.findings,
        isLoaded: () => this.source === "workbook",
        replace: () => this.job("replace"),
        compare: () => this.job("compare"),
        repair: () => {
          this.findings.found({ damage: [] });
          return this.job("repair");
        },
        refreshFormulas: () => this.job("refresh"),
        onUnknownNames: (listener) => {
          this.listeners.unknownNames = listener;
        },
        takeDocuments: async (differences) => {
          await this.answer();
          this.asked.taken.push(...differences.map(({ id }) => id));
          this.findings.settled(differences);
        },
        takeMany: (differences) => {
          this.asked.taken.push(...differences.map(({ id }) => id));
          this.findings.settled(differences);
          return this.job("take");
        },
        goToDifference: ({ id }) => {
          this.asked.shown.push(id);
          return this.answer();
        },
        closeDifferences: () => this.findings.found({ differences: null }),
        describeError: (error) => (error instanceof Error ? error.message : String(error)),
      },
      annexes: {
        meetings: () => Promise.resolve(this.source === "workbook" ? programme.meetings : []),
        defaults: () => Promise.resolve(reportDefaults(programme)),
        look: (request) => Promise.resolve(lookAt(programme, request)),
        generate: (request) => {
          this.asked.reports.push(request);
          return this.activity.run("generate", () => Promise.resolve({ message: "Written." }));
        },
        word: (request) => Promise.resolve(`${request.meeting}.docx`),
        copy: () => Promise.resolve({ copied: this.copies, text: "the report" }),
        whatChanged: (since) => {
          this.asked.changes.push(since);
          return this.activity.run("whatChanged", () => Promise.resolve({ message: "Listed." }));
        },
        showItem: (key) => {
          this.asked.shown.push(key);
          return this.answer();
        },
        saveWords: (meeting, slot, words) => {
          this.asked.words.push({ meeting, place: slot.location, ...words });
          return this.answer();
        },
        describeError: (error) => (error instanceof Error ? error.message : String(error)),
      },
      messages: {
        messages: () => this.messages,
        onMessages: (listener) => this.listeners.messages.push(listener),
        takeStep: (...step) => {
          this.asked.steps.push(step);
          return this.answer();
        },
        override: (id, reason) => {
          this.asked.overrides.push([id, reason]);
          return this.answer();
        },
        restoreRow: () => this.answer(),
        goTo: (id) => {
          this.asked.shown.push(id);
          return this.answer();
        },
        dismiss: remove,
        dismissAll: () => {
          this.messages = [];
          this.tell();
        },
      },
      settings: {
        read: () => Promise.resolve(this.settings),
        write: async (changes) => {
          await this.answer();
          this.settings = { ...this.settings, ...changes };
        },
        meetings: () => Promise.resolve(programme.meetings),
        onSettingsChanged: () => () => undefined,
        who: () => this.who,
        saveWho: async (name) => {
          await this.answer();
          this.who = name.trim();
          return { name: this.who, kept: this.keeps };
        },
      },
      diagnostics: {
        facts: () =>
          Promise.resolve([
            ["Add-in", "0.1.0"],
            ["ExcelApi", "1.17"],
          ]),
        selfTest: () =>
          Promise.resolve({ formula: '=SG17.STATUS("X.1817")', shown: "#NAME?", expected: "Approved", passed: false }),
        errors: () => this.errors,
        lookForDamage: () => Promise.resolve(),
        copy: (text) => {
          this.asked.copied.push(text);
          return Promise.resolve(true);
        },
      },
      insert: () =>
        Promise.resolve({
          separator: () => Promise.resolve(this.separator),
          questions: () => Promise.resolve(["2/17", "10/17"]),
          preview: (id, values) => preview(index, id, values),
          insert: async (formula) => {
            await this.answer();
            this.asked.formulas.push(formula);
            return "Sheet1!B2";
          },
        }),
      onAnnouncement: () => () => undefined,
    };
  }
}

/** Lets promises and short timers come to rest. */
export const settle = (ms = 0) => new Promise((resolve) => setTimeout(resolve, ms));

export async function openPane(workbook = new Workbook()): Promise<{ pane: Pane; workbook: Workbook }> {
  document.body.innerHTML = '<div id="pane"></div>';
  const port = workbook.port();
  const pane = new Pane(document.getElementById("pane") as HTMLElement, () => Promise.resolve(port));
  await pane.begin();
  await settle();
  return { pane, workbook };
}

/** What a person sees: texts of elements that are not hidden. */
export function visible(selector: string): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(selector)].filter((element) => !element.closest("[hidden]"));
}

/** The visible button with this text. */
export function button(label: string): HTMLButtonElement {
  const found = visible("button").find((each) => (each.textContent ?? "").trim().startsWith(label));
  if (!found)
    throw new Error(
      `No button “${label}” among: ${visible("button")
        .map((each) => each.textContent)
        .join(" | ")}`,
    );
  return found as HTMLButtonElement;
}

export const press = async (label: string) => {
  button(label).click();
  await settle();
};

export async function type(text: string): Promise<void> {
  const input = visible("input[type=search]")[0] as HTMLInputElement;
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  await settle(180);
}

export const said = async (): Promise<string> => {
  await settle(80);
  return document.querySelector("[role=status]")?.textContent ?? "";
};

import { readFileSync } from "node:fs";
import path from "node:path";
import { TextDecoder } from "node:util";
import { noteError } from "../../src/commands/errors";
import { fullItemName } from "../../src/domain/item-name";
import { noteUnknownNames } from "../../src/excel/formula-errors";
import { addAction, forgetActions, type Action } from "../../src/excel/recent-actions";
import {
  announced,
  button,
  choose,
  fakeExcel,
  keyOf,
  labelled,
  message,
  openPane,
  press,
  programme,
  flush,
  textOf,
  type,
  visible,
  waitFor,
} from "./harness";

Object.assign(globalThis, { TextDecoder });
const SEED = readFileSync(path.resolve(__dirname, "..", "..", "seeds", "002_6de7bdcfc1d3d7d8.txt"));

const results = () => visible("button.result").map((each) => each.querySelector(".name")?.textContent ?? "");

describe("Find", () => {
  it("narrows the list while the user types, by name, title, editor and former name", async () => {
    await openPane();
    const own = programme.items.filter(({ studyGroup }) => studyGroup === "SG17").length;
    expect(visible("#panel-find .hint")[0]?.textContent).toContain(`${String(own)} work items`);
    await type("X.1817");
    expect(results()[0]).toBe("X.1817 (X.5Gsec-message)");
    await type("quantum");
    expect(results().length).toBeGreaterThan(2);
    await type("Hang DONG");
    expect(results()).toContain("X.1817 (X.5Gsec-message)");
  });
  it("keeps items not heard of since, and those of other study groups, behind the others", async () => {
    await openPane();
    const silent = visible("button.result").find((each) => textOf(each).startsWith("Not heard of since"));
    const count = Number(/\d+$/.exec(textOf(silent))?.[0]);
    expect(count).toBeGreaterThan(20);
    silent?.click();
    await flush();
    expect(results().length).toBe(Math.min(count, 50));
    await type("security");
    const groups = results().map((name) => {
      const item = programme.items.find((each) => fullItemName(each) === name);
      if (item?.studyGroup !== "SG17") return 2;
      const isInProgress = !["Approved", "Agreed", "Discontinued"].includes(item.status);
      return isInProgress && item.lastReported !== "2023-09" ? 1 : 0;
    });
    expect(new Set(groups).size).toBeGreaterThan(1);
    expect(groups).toEqual([...groups].sort());
  });
  it("starts with the number of items of each status, and lists them", async () => {
    await openPane();
    const determined = visible("button.result").find((each) => textOf(each).startsWith("Determined"));
    const count = Number(textOf(determined).replace("Determined", ""));
    determined?.click();
    await flush();
    expect(visible(".status").map((each) => each.textContent)).toEqual(new Array(count).fill("Determined"));
    expect(document.activeElement).toBe(visible("button.result")[0]);
  });
  it("reports that nothing was found, and what to do", async () => {
    await openPane();
    await type("zzzzqqqq");
    expect(visible(".empty")[0]?.textContent).toContain("No work item matches “zzzzqqqq”");
    expect(await announced()).toContain("No work item matches");
  });
  it("shows the first part of a long list and the number of the others", async () => {
    await openPane();
    await type("X.");
    expect(results().length).toBe(50);
    expect(
      visible(".hint")
        .map((each) => each.textContent)
        .join(),
    ).toMatch(/more\. Type more letters/);
  });
  it("opens a card with fields, next steps and the history, newest first", async () => {
    await openPane();
    await type("X.websec-7");
    visible("button.result")[0]?.click();
    await flush();
    expect(document.activeElement?.tagName).toBe("H2");
    const card = visible("article")[0]?.textContent ?? "";
    expect(card).toContain("X.1471");
    expect(card).toContain("Not approved");
    const times = visible(".timeline time").map((each) => each.getAttribute("datetime") ?? "");
    expect(times).toEqual([...times].sort().reverse());
    expect(times).toContain("2017-03-30");
    await press("←");
    expect(document.activeElement).toBe(visible("input[type=search]")[0]);
  });
  it("is shown with the cursor in the search by its command, whatever the pane shows", async () => {
    const pane = await openPane();
    fakeExcel.select(keyOf("X.1817"));
    await flush();
    pane.open("messages");
    pane.open("find");
    expect(document.activeElement).toBe(visible("input[type=search]")[0]);
  });
  it("offers next steps as buttons", async () => {
    await openPane();
    await type("X.sr-ai");
    visible("button.result")[0]?.click();
    await flush();
    await press("Determine");
    expect(fakeExcel.calls.steps).toEqual([[keyOf("X.sr-ai"), "Determined", null]]);
  });
  it("follows the selection on the sheet without taking the focus", async () => {
    await openPane();
    fakeExcel.select(keyOf("X.1817"));
    await flush();
    expect(visible("h2").map((each) => each.textContent)).toContain("X.1817 (X.5Gsec-message)");
    expect(document.activeElement).toBe(document.body);
  });
  it("goes to the sheet, and reports why it cannot", async () => {
    await openPane();
    fakeExcel.select(keyOf("X.1817"));
    await flush();
    await press("Show on the sheet");
    expect(fakeExcel.calls.shown).toEqual([keyOf("X.1817")]);
    fakeExcel.error = new Error("It has no row.");
    await press("Show on the sheet");
    expect(await announced()).toBe("It has no row.");
    // Seen as well as heard, until the next press of anything.
    expect(visible(".notice").map(textOf)).toEqual(["It has no row."]);
    document.querySelector("main")?.dispatchEvent(new Event("pointerdown", { bubbles: true }));
    expect(visible(".notice")).toEqual([]);
  });
  it("offers Load where the workbook has no tables yet", async () => {
    await openPane({ loaded: false });
    await flush();
    await press("Load");
    expect(fakeExcel.calls.loads).toBe(1);
  });
  it("moves through the list with the arrow keys", async () => {
    await openPane();
    await type("quantum");
    const input = visible("input[type=search]")[0];
    input?.focus();
    input?.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true }));
    expect(document.activeElement).toBe(visible("button.result")[0]);
    document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true }));
    expect(document.activeElement).toBe(visible("button.result")[1]);
    document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowUp", bubbles: true }));
    document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowUp", bubbles: true }));
    expect(document.activeElement).toBe(input);
  });
});

describe("Work", () => {
  it("shows progress with a count and Cancel, then the outcome", async () => {
    await openPane();
    let finish: () => void = () => undefined;
    fakeExcel.load = async ({ progress }) => {
      progress?.({ stage: "writing", done: 1500, total: 3000 });
      await new Promise<void>((resolve) => (finish = resolve));
      const report = {
        created: ["Overview"],
        added: {},
        updated: {},
        removed: {},
        differences: [],
        kept: [],
        problems: [],
      };
      return { outcome: "loaded", report, made: null };
    };
    await press("Work");
    await press("Load the documents");
    await flush();
    const bar = visible("progress")[0] as HTMLProgressElement;
    expect([bar.value, bar.max]).toEqual([1500, 3000]);
    expect(bar.getAttribute("aria-label")).toContain("rows");
    expect(textOf(visible(".note")[0])).toMatch(/1,500 of 3,000/);
    expect(button("Cancel").disabled).toBe(false);
    finish();
    await flush();
    expect(textOf(visible(".note")[0])).toContain("172 work items");
    expect(await announced()).toContain("172 work items");
    await press("Close");
    expect(visible(".note").filter((each) => textOf(each).includes("172 work items"))).toEqual([]);
  });
  it("stops at Cancel, and states that nothing is lost", async () => {
    await openPane();
    fakeExcel.load = async ({ signal }) => {
      while (signal?.aborted === false) await flush(2);
      return { outcome: "cancelled" };
    };
    await press("Work");
    await press("Load the documents");
    await press("Cancel");
    await flush();
    expect(textOf(visible(".note")[0])).toContain("Stopped");
  });
  it("shows an error as a sentence", async () => {
    await openPane();
    fakeExcel.error = new Error("The sheet is protected.");
    await press("Work");
    await press("Check now");
    expect(visible(".note")[0]?.dataset["tone"]).toBe("bad");
    expect(textOf(visible(".note")[0])).toContain("The sheet is protected.");
  });
  it("previews chosen files with their problems before anything is written", async () => {
    await openPane();
    await press("Work");
    const input = document.querySelector<HTMLInputElement>("input[type=file]");
    Object.defineProperty(input, "files", {
      value: [
        new File([new Uint8Array(SEED)], "summary.txt"),
        new File(["Dear all, see you on Monday."], "letter.txt"),
      ],
      configurable: true,
    });
    input?.dispatchEvent(new Event("change"));
    await waitFor(() => visible("[data-action=write-import]").length > 0);
    const text = textOf(visible(".panel")[0]);
    expect(text).toContain("summary.txt");
    expect(text).toMatch(/Annex A a\) .*\(4 rows\)/);
    expect(text).toContain("letter.txt was not read");
    expect(fakeExcel.calls.loads).toBe(0);
    await press("Write into the workbook");
    await flush();
    expect(fakeExcel.calls.loads).toBe(1);
  });
});

describe("Refresh formulas", () => {
  it("is offered, and announced, where formulas show #NAME?", async () => {
    await openPane();
    noteUnknownNames(2);
    expect(await announced()).toContain("2 formulas show #NAME?");
    await press("Work");
    expect(visible(".note").map(textOf)).toContainEqual(expect.stringContaining("2 formulas show"));
    await press("Refresh formulas");
    expect(fakeExcel.calls.refreshes).toBe(1);
    noteUnknownNames(0);
    expect(visible(".note").map(textOf)).not.toContainEqual(expect.stringContaining("#NAME?"));
  });
});

describe("the guard's messages", () => {
  it("are shown at once with the reason and the clause, and announced", async () => {
    await openPane();
    fakeExcel.addMessages(message());
    await flush();
    expect(button("Messages").getAttribute("aria-selected")).toBe("true");
    const text = textOf(visible("li.note")[0]);
    for (const part of ["X.590: Change reverted", "Consented to Agreed", "Rec. A.1, 1.8.2"])
      expect(text).toContain(part);
    expect(visible(".badge")[0]?.textContent).toBe("1");
    expect(await announced()).toContain("Change reverted");
  });
  it("are one line each until they are opened", async () => {
    await openPane();
    fakeExcel.addMessages(message());
    await flush();
    const line = visible("li.note details")[0] as HTMLDetailsElement;
    expect(line.open).toBe(false);
    const summary = textOf(line.querySelector("summary") ?? undefined);
    expect(summary).toBe("X.590: Change reverted – Status: Consented to Agreed");
  });
  it("offer the possible alternatives as buttons", async () => {
    await openPane();
    fakeExcel.addMessages(message());
    await press("Approve");
    expect(fakeExcel.calls.steps).toEqual([["x.jss", "Approved", null]]);
    await press("Go to the cell");
    expect(fakeExcel.calls.shown).toEqual(["m1"]);
  });
  it("about several items apply the step to each", async () => {
    await openPane();
    fakeExcel.addMessages(message({ keys: ["x.jss", "x.stie"], count: 2 }));
    await press("Approve");
    expect(fakeExcel.calls.steps.map(([key]) => key)).toEqual(["x.jss", "x.stie"]);
  });
  it("are overridden only with a reason", async () => {
    await openPane();
    fakeExcel.addMessages(message());
    await press("Override…");
    expect(document.activeElement?.tagName).toBe("TEXTAREA");
    const form = visible("form")[0] as HTMLFormElement;
    form.dispatchEvent(new Event("submit", { cancelable: true }));
    expect(fakeExcel.calls.overrides).toEqual([]);
    expect(textOf(visible("[role=alert]")[0])).toBe("Enter a reason.");
    (visible("textarea")[0] as HTMLTextAreaElement).value = " Decided by WTSA ";
    form.dispatchEvent(new Event("submit", { cancelable: true }));
    await flush();
    expect(fakeExcel.calls.overrides).toEqual([["m1", "Decided by WTSA"]]);
  });
  it("keep a half-written reason when another message arrives", async () => {
    await openPane();
    fakeExcel.addMessages(message());
    await press("Override…");
    (visible("textarea")[0] as HTMLTextAreaElement).value = "Because";
    fakeExcel.addMessages(message({ id: "m2", when: "2026-11-21T10:01:00.000Z", item: "X.1221" }));
    await flush();
    expect(visible("li.note h2").map(textOf)).toEqual(
      ["X.1221", "X.590"].map((item) => `${item}: Change reverted – Status: Consented to Agreed`),
    );
    expect((visible("textarea")[0] as HTMLTextAreaElement).value).toBe("Because");
  });
  it("do not change the tab while the user types in the pane", async () => {
    await openPane();
    visible("input[type=search]")[0]?.focus();
    fakeExcel.addMessages(message());
    await flush();
    expect(button("Find").getAttribute("aria-selected")).toBe("true");
    expect(visible(".badge")[0]?.textContent).toBe("1");
  });
  it("show the error where the workbook cannot be written", async () => {
    await openPane();
    fakeExcel.addMessages(message());
    await announced();
    fakeExcel.error = new Error("The row is gone.");
    await press("Approve");
    expect(await announced()).toBe("The row is gone.");
  });
  it("disappear when dismissed", async () => {
    await openPane();
    fakeExcel.addMessages(message(), message({ id: "m2" }));
    await press("Dismiss all");
    expect(visible("li.note")).toEqual([]);
    expect(visible(".empty")[0]?.textContent).toContain("No messages.");
    expect(visible(".badge")).toEqual([]);
  });
  it("are texts, never markup", async () => {
    await openPane();
    fakeExcel.addMessages(message({ text: "<img src=x onerror=alert(1)>" }));
    await flush();
    expect(document.querySelector("img")).toBeNull();
    expect(visible("li.note")[0]?.textContent).toContain("<img src=x onerror=alert(1)>");
  });
});

describe("an accepted edit", () => {
  const edit = (changes: Partial<Action> = {}): Action => ({
    kind: "edit",
    title: "X.1221: Approved, 1 March 2024, meeting 2024-03",
    deletes: null,
    undo: () => Promise.resolve(null),
    ...changes,
  });
  const line = () => textOf(visible(".notice")[0]);

  beforeEach(forgetActions);

  it("is reported in a line with Undo on every tab, until a click elsewhere", async () => {
    await openPane();
    addAction(edit());
    expect(line()).toBe("X.1221: Approved, 1 March 2024, meeting 2024-03 Undo");
    visible(".notice")[0]?.dispatchEvent(new Event("pointerdown", { bubbles: true }));
    expect(line()).not.toBe("");
    button("Work").dispatchEvent(new Event("pointerdown", { bubbles: true }));
    expect(visible(".notice")).toEqual([]);
  });
  it("is undone by the button of that line, which then tells it", async () => {
    const undo = jest.fn(() => Promise.resolve(null));
    await openPane();
    addAction(edit({ undo }));
    visible(".notice button")[0]?.click();
    await waitFor(() => line().startsWith("Undone"));
    expect(undo).toHaveBeenCalledTimes(1);
    expect(line()).toBe("Undone: X.1221: Approved, 1 March 2024, meeting 2024-03");
  });
  it("asks there before its undo deletes a row", async () => {
    const undo = jest.fn(() => Promise.resolve(null));
    await openPane();
    addAction(edit({ deletes: "Undoing this deletes the row of X.new.", undo }));
    visible(".notice button")[0]?.click();
    await flush();
    expect(line()).toContain("Undoing this deletes the row of X.new.");
    expect(undo).not.toHaveBeenCalled();
  });
  it("is no longer offered for undo once it was undone in another way; commands are reported by their own outcome", async () => {
    await openPane();
    addAction(edit({ kind: "command" }));
    expect(visible(".notice")).toEqual([]);
    const remove = addAction(edit());
    expect(line()).not.toBe("");
    remove();
    expect(visible(".notice")).toEqual([]);
  });
  it("is announced together with a message of the same moment", async () => {
    await openPane();
    fakeExcel.addMessages(
      message({ text: "Accepted, although its editors are missing.", outcome: "accepted with a warning" }),
    );
    addAction(edit());
    expect(await announced()).toMatch(/editors are missing.*Approved, 1 March 2024/);
  });
});

describe("The current meeting", () => {
  it("stands above every tab with its dates, and is the user's to change", async () => {
    const pane = await openPane();
    const head = labelled("Current meeting").closest(".head");
    expect(head?.textContent).toContain("Edits are dated today.");
    const meetings = [...labelled("Current meeting").options].map(({ value }) => value);
    expect(meetings.slice(0, 3)).toEqual(["", "2024-09", "2024-03"]);
    expect(meetings.join()).not.toContain("interim");
    await choose("Current meeting", "2024-03");
    expect(fakeExcel.settings.currentMeeting).toBe("2024-03");
    pane.open("messages");
    await flush();
    expect(visible(".head")[0]?.textContent).toContain("20 February 2024 – 1 March 2024");
  });
  it("is asked for its dates where they are missing", async () => {
    await openPane();
    await choose("Current meeting", "2024-09");
    expect(visible(".head")[0]?.textContent).toContain("Its dates are missing.");
    await choose("Last day", "2024-09-13");
    await press("Save dates");
    expect(fakeExcel.calls.meetingDates).toEqual([["2024-09", { from: "", to: "2024-09-13" }]]);
  });
  it("is announced where a colleague has changed it", async () => {
    await openPane();
    fakeExcel.settingsArrive({ currentMeeting: "2023-09", mode: "advise" });
    await flush();
    expect(await announced()).toBe(
      "Changed in this workbook: Current meeting: 2023-09; Edits that the rules do not permit: Keep, highlight and explain them.",
    );
  });
});

describe("Settings", () => {
  const openSettings = async () => {
    const pane = await openPane();
    pane.open("settings");
    await flush();
  };
  it("show and change those of the workbook", async () => {
    await openSettings();
    const advise = visible("input[type=radio]").find((each) => (each as HTMLInputElement).value === "advise");
    advise?.click();
    await flush();
    expect(fakeExcel.settings).toMatchObject({ mode: "advise" });
    expect(await announced()).toBe("Saved.");
  });
  it("store the user's name, and report where it cannot be stored", async () => {
    await openSettings();
    const name = labelled("Your name in History");
    await choose("Your name in History", " Jane DOE ");
    expect([fakeExcel.who, name.value]).toEqual(["Jane DOE", "Jane DOE"]);
    expect(await announced()).toBe("Saved.");
    const blocked = jest.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new Error("blocked");
    });
    await choose("Your name in History", "Jane DOE");
    expect(await announced()).toContain("enter it again next time");
    blocked.mockRestore();
  });
  it("keep a name that is being typed when another setting changes", async () => {
    await openSettings();
    const name = labelled("Your name in History");
    name.focus();
    name.value = "Jan";
    await choose("Current meeting", "2023-09");
    expect([name.value, document.activeElement]).toEqual(["Jan", name]);
  });
  it("show the stored values again where they cannot be written", async () => {
    await openSettings();
    fakeExcel.error = new Error("The workbook is read-only.");
    const start = visible("input[type=checkbox]")[0] as HTMLInputElement;
    start.click();
    await flush();
    expect(start.checked).toBe(false);
    expect(await announced()).toContain("read-only");
  });
});

describe("Insert formula", () => {
  const view = () => visible("details[open]")[0] as HTMLDetailsElement;
  const formula = () => view().querySelector("code")?.textContent ?? "";
  const fill = async (label: string, value: string) => {
    const of = [...view().querySelectorAll("label")].find((each) => each.textContent?.startsWith(label))?.htmlFor ?? "";
    const control = document.getElementById(of) as HTMLSelectElement | HTMLInputElement;
    control.value = value;
    control.dispatchEvent(new Event(control instanceof HTMLSelectElement ? "change" : "input"));
    await flush();
  };
  const tick = async (label: string) => {
    const box = [...view().querySelectorAll<HTMLInputElement>("input[type=checkbox]")];
    box.find(({ value }) => value === label)?.click();
    await flush();
  };
  /** The rows of the result, once it is that of the formula. */
  const result = async (expected: RegExp) => {
    const text = () => textOf(view().querySelector(".preview") ?? undefined);
    await waitFor(() => expected.test(text()));
    return text();
  };
  const openInsert = async (separator: "," | ";" = ",") => {
    const pane = await openPane();
    fakeExcel.separator = separator;
    pane.open("insert");
    await flush();
  };

  it("composes a table of one's Question by clicking, shows the result and inserts it", async () => {
    await openInsert();
    await fill("question", "2/17");
    expect(formula()).toBe('=SG17.TABLE("Item, Title, Status, Timing",,"2/17")');
    const rows = /^ItemTitleStatusTiming TR\.5Gsec-bsf.*3 more rows\.$/;
    expect(await result(rows)).toMatch(rows);
    await press("Insert");
    expect(fakeExcel.calls.formulas).toEqual(['=SG17.TABLE("Item, Title, Status, Timing",,"2/17")']);
    expect(await announced()).toBe("Entered into Sheet1!B2.");
  });
  it("takes columns in the order of the clicks, and several statuses", async () => {
    await openInsert();
    for (const box of ["Timing", "Item", "Item", "Approved", "Since", "Determined"]) await tick(box);
    expect(formula()).toBe('=SG17.TABLE("Title, Status, Item, Since","Approved, Determined")');
    const rows = /^TitleStatusItemSince .*\d{1,2} \w{3,4} \d{4}/;
    expect(await result(rows)).toMatch(rows);
  });
  it("keeps a Question and an item for the next function, and offers items that match", async () => {
    await openInsert();
    await waitFor(() => view().querySelectorAll("#argument-question option").length > 1);
    await fill("question", "*");
    await fill("Function", "COUNT");
    expect(formula()).toBe('=SG17.COUNT(,"*")');
    await fill("Function", "STATUS");
    await fill("item", "5gsec");
    const offered = () => [...view().querySelectorAll("datalist option")].map((each) => each.getAttribute("value"));
    await waitFor(() => offered().length > 0);
    expect(offered()).toContain("TR.5Gsec-bsf");
    await fill("Function", "TITLE");
    expect(formula()).toBe('=SG17.TITLE("5gsec")');
  });
  it("shows the separator of this Excel, and enters English syntax", async () => {
    await openInsert(";");
    await fill("Function", "STATUS");
    await fill("item", 'X.websec-7 "x", y');
    await fill("date", "2017-03-30");
    expect(formula()).toBe('=SG17.STATUS("X.websec-7 ""x"", y";DATE(2017;3;30))');
    await press("Insert");
    expect(fakeExcel.calls.formulas).toEqual(['=SG17.STATUS("X.websec-7 ""x"", y",DATE(2017,3,30))']);
  });
  it("says what is missing, and where the cell cannot be written", async () => {
    await openInsert();
    await fill("Function", "TITLE");
    expect(await result(/Enter a work item/)).toContain("Enter a work item");
    fakeExcel.error = new Error("The sheet is protected.");
    await press("Insert");
    expect(await announced()).toBe("The sheet is protected.");
  });
});

describe("Help and diagnostics", () => {
  it("finds functions by what they do and inserts their examples", async () => {
    const pane = await openPane();
    pane.open("help");
    await flush();
    const search = visible("details[open] input[type=search]")[0] as HTMLInputElement;
    search.value = "reached present status";
    search.dispatchEvent(new Event("input"));
    expect(visible("details[open] h3 code").map((each) => each.textContent)).toEqual(["SG17.SINCE(item, [status])"]);
    visible(".hint button")[0]?.click();
    await flush();
    expect(fakeExcel.calls.formulas).toEqual(['=SG17.SINCE("X.1817")']);
  });
  it("finds tasks by role, each with its page of the guide and the button that does it", async () => {
    const pane = await openPane();
    pane.open("help");
    await flush();
    const search = visible("details[open] input[type=search]")[0] as HTMLInputElement;
    search.value = "management overdue";
    search.dispatchEvent(new Event("input"));
    expect(visible("details[open] .help-task > span").map((each) => each.textContent)).toEqual(["See what is overdue"]);
    expect(visible("details[open] .help-task a")[0]?.getAttribute("href")).toBe("guide/en/overdue.html");
    visible("details[open] .help-task button")[0]?.click();
    await flush();
    expect((visible("#find-text")[0] as HTMLInputElement).value).toBe("overdue");
  });
  it("list every function with its arguments and examples", async () => {
    const pane = await openPane();
    pane.open("help");
    await flush();
    const text = visible("details[open]")[0]?.textContent ?? "";
    expect(text).toContain("SG17.STATUS(item, [date])");
    expect(text).toContain('=SG17.STATUS("X.1817")');
    expect(text).toContain("SG17.LIST([status], [question], [process], [editor], [date])");
  });
  it("test the functions and copy everything", async () => {
    const pane = await openPane();
    noteError("load", Object.assign(new Error("refused"), { code: "AccessDenied" }));
    pane.open("diagnostics");
    await flush();
    expect(
      visible(".facts")
        .map((each) => textOf(each))
        .join(),
    ).toMatch(/ExcelApi ?1\.17/);
    await press("Test the functions");
    await flush();
    expect(textOf(visible(".note")[0])).toContain("#NAME?");
    await press("Copy all");
    expect(fakeExcel.calls.copied[0]).toContain("AccessDenied");
    expect(fakeExcel.calls.copied[0]).toContain("ExcelApi: 1.17");
  });
});

it("moves through the tabs with the arrow keys", async () => {
  await openPane();
  const tabs = () => visible("[role=tab]");
  tabs()[0]?.focus();
  for (const [key, expected] of [
    ["ArrowRight", 1],
    ["End", 3],
    ["ArrowRight", 0],
    ["ArrowLeft", 3],
    ["Home", 0],
  ] as const) {
    document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    expect([key, tabs().indexOf(document.activeElement as HTMLElement)]).toEqual([key, expected]);
    expect(tabs()[expected]?.getAttribute("aria-selected")).toBe("true");
  }
});

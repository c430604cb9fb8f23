import fc from "fast-check";
import { blankEvent } from "../../../src/domain/event-fields";
import type { Programme, ProgrammeEvent, WorkItem } from "../../../src/domain/model";
import { joinDocuments } from "../../../src/domain/merge";
import {
  buildIndex,
  countItems,
  EVERY_GROUP,
  findItem,
  listItems,
  sinceOf,
  statusOnDate,
  withChanges,
  withItemChanged,
} from "../../../src/domain/item-index";
import { isOverdue } from "../../../src/domain/item-index/query";
import { searchItems, type SearchOptions } from "../../../src/domain/item-index/search";
import { readSeeds } from "../../../src/import/seeds";
import { documentOf, row } from "../documents";

const programme = joinDocuments(readSeeds());
const index = buildIndex(programme);

const search = (at: typeof index, text: string, options: Partial<SearchOptions> = {}) =>
  searchItems(at, text, { everyGroup: true, today: "2024-01-01", ...options });

const names = (items: readonly WorkItem[]) => items.map(({ number, name }) => number ?? name);

function found(text: string, at = index): WorkItem {
  const result = findItem(at, text);
  if (!("found" in result)) throw new Error(`${text}: ${JSON.stringify(result)}`);
  return result.found;
}

describe("finding an item", () => {
  test.each([
    ...["X.1817", "x.1817 ", "X.5Gsec-message", "X.1817 (X.5Gsec-message)", "ITU-T X.1817", "Rec. ITU-T X.1817"],
    ...[
      "\u00a0X.5Gsec\u2011message",
      "X.1817*",
      "X.1817 (09/2023)",
      "X.5Gsec-message (X.1817)",
      "recommendation itu-t x.1817",
    ],
  ])("“%s” is X.1817", (text) => expect(found(text).number).toBe("X.1817"));

  test.each([
    ["X.rdda", "X.sup39"],
    ["X.1771", "X.sup39"],
    ["X.Sup39", "X.sup39"],
    ["X.sup39 (ex X.rdda)", "X.sup39"],
    ["X.1333 Cor.1", "X.1333 Cor. 1"],
    ["X.1333 Cor. 1", "X.1333 Cor. 1"],
    ["X.1352 Amd", "X.1352Amd"],
    ["X.1254 (revised)", "X.1254"],
  ])("“%s” is %s", (text, number) => expect(found(text).number).toBe(number));

  test.each([
    ["X.sec_QKDN_tn", "X.sec-QKDN-tn"],
    ["X.5Gsec-mesage", "X.5Gsec-message"],
    ["X.1187", "X.1817"],
    ["TR.qsdlt", "TR.qs-dlt"],
  ])("“%s” is unknown, and %s is named as near", (text, near) => {
    const result = findItem(index, text);
    expect("unknown" in result && result.unknown).toContain(near);
  });

  test.each(["", "   ", "*", "X", "X.1333 Cor. 7", "\u{1F600}", "X.".repeat(5000)])("“%s” is unknown", (text) => {
    expect(findItem(index, text)).toHaveProperty("unknown");
  });

  test("a name that two items bear is ambiguous", () => {
    const rows = [row({ number: "X.1284", acronym: "X.abc" }), row({ number: "X.1285", acronym: "X.abc" })];
    const result = findItem(buildIndex(joinDocuments([documentOf("2023-09-08", { "TAP determined": rows })])), "X.abc");
    expect("ambiguous" in result && names(result.ambiguous)).toEqual(["X.1284", "X.1285"]);
  });

  test("the plain number of a revision means the Recommendation where that is an item too", () => {
    const base = documentOf(
      "2017-03-30",
      { "Recommendations approved": [row({ number: "X.1" })] },
      "lead-study-group-report",
    );
    const revision = documentOf("2023-09-08", { "TAP determined": [row({ number: "X.1", kind: "Rev" })] });
    expect(found("X.1", buildIndex(joinDocuments([revision]))).key).toBe("x.1rev");
    const both = buildIndex(joinDocuments([base, revision]));
    expect([found("X.1", both).key, found("X.1rev", both).key]).toEqual(["x.1", "x.1rev"]);
  });

  test("every name of every item finds it, in any case and with extra spaces", () => {
    const all = programme.items.flatMap((item) =>
      [item.number, item.name, ...item.aliases].map((name) => ({ item, name })),
    );
    for (const { item, name } of all) {
      if (name === null || found(name) !== item) continue;
      expect(found(` ${name.toUpperCase()} `)).toBe(item);
      expect(found(`Rec. ITU-T ${name.toLowerCase()}*`)).toBe(item);
    }
  });
});

describe("dates", () => {
  test("status as of a day, and since when", () => {
    const { key } = found("X.websec-7");
    expect(statusOnDate(index, key, "2017-03-30")).toBe("Under study");
    expect(statusOnDate(index, key, "2014-09-29")).toBeNull();
    expect(sinceOf(index, key)).toBe("2023-09-08");
    expect(sinceOf(index, key, "Determined")).toBe("2023-03-31");
    expect(sinceOf(index, key, "Approved")).toBeNull();
  });
});

describe("lists and counts", () => {
  test("by status, Question, process, editor and day", () => {
    expect(names(listItems(index, { statuses: ["Discontinued"] }))).toEqual(["X.1251rev"]);
    expect(names(listItems(index, { question: "14/17" }))).toEqual([
      "TR.qs-dlt",
      "X.accsadlt",
      "X.DLT-dgi",
      "X.dlt-share",
    ]);
    expect(names(listItems(index, { statuses: ["Consented"], editor: "Hogrefe" }))).toEqual([
      "Z.161",
      "Z.166",
      "Z.171",
    ]);
    expect(listItems(index, { editor: "LIM Hyung-Jin" })).toEqual(listItems(index, { editor: "Hyungjin Lim" }));
    expect(countItems(index, { date: "2017-03-30", statuses: ["Under study"], process: "TAP" })).toBeGreaterThan(20);
    expect(countItems(index, { date: "2010-01-01" })).toBe(0);
    const own = programme.items.filter(({ studyGroup }) => studyGroup === "SG17").length;
    expect(countItems(index, {})).toBe(own);
    expect(countItems(index, { question: EVERY_GROUP })).toBe(programme.items.length);
    expect(countItems(index, { statuses: [], question: null, process: null, editor: null, date: null })).toBe(own);
  });

  test("in natural order", () => {
    const numbers = names(listItems(index, {})).filter((name) => name !== null && /^X\.\d+$/.test(name));
    expect(numbers).toEqual([...numbers].sort((a, b) => Number(a?.slice(2)) - Number(b?.slice(2))));
  });

  test("a count is the length of its list", () => {
    const filters = fc.record({
      statuses: fc.subarray(["Approved", "Under study", "Determined"] as const),
      question: fc.constantFrom(null, "7/17", "10/17", "99/17"),
      process: fc.constantFrom(null, "TAP" as const, "Agreement" as const),
      editor: fc.constantFrom(null, "Youm", "Koji NAKAO", "nobody"),
      date: fc.constantFrom(null, "2017-03-30", "2023-09-08"),
    });
    fc.assert(fc.property(filters, (filter) => countItems(index, filter) === listItems(index, filter).length));
  });
});

describe("searching", () => {
  test.each([
    ["X.1817", "X.1817"],
    ["5gsec-mess", "X.1817"],
    ["quantum-safe DLT", "TR.qs-dlt"],
    ["pet animals", "X.1095"],
    ["telebiometrics pet", "X.1095"],
    ["sparrell expression", "X.1221"],
    ["X.sec_qkdn_tn", "X.sec-QKDN-tn"],
    ["Takao KOJIMA", "TR.x509ac4sc"],
    ["Legre", "X.sec_QKDN_CM"],
  ])("“%s” finds %s first", (text, name) => expect(names(search(index, text))[0]).toBe(name));

  test("names come before titles, titles before editors; a blank finds nothing", () => {
    expect(search(index, "  ")).toEqual([]);
    const rows = [
      row({ acronym: "X.aaa", title: "Other", editors: ["Lee KIM"] }),
      row({ acronym: "X.bbb", title: "On the work of Kim" }),
      row({ acronym: "X.kim", title: "Another" }),
    ];
    const small = buildIndex(joinDocuments([documentOf("2023-09-08", { "New work items": rows })]));
    expect(names(search(small, "kim"))).toEqual(["X.kim", "X.bbb", "X.aaa"]);
  });

  const conditions: [string, (item: WorkItem) => boolean][] = [
    ["2/17", ({ question, jointQuestions }) => [question, ...jointQuestions].includes("2/17")],
    ["Q2/17", ({ question, jointQuestions }) => [question, ...jointQuestions].includes("2/17")],
    ["determined", ({ status }) => status === "Determined"],
    ["déterminé 2/17", ({ status, question }) => status === "Determined" && question === "2/17"],
    ["10/17 à l'étude", ({ status, question }) => status === "Under study" && question === "10/17"],
    ["determined 2/17", ({ status, question }) => status === "Determined" && question === "2/17"],
    ["10/17 under study", ({ status, question }) => status === "Under study" && question === "10/17"],
    ["en retard 10/17", (item) => item.question === "10/17" && isOverdue(item, "2026-11-27")],
    ["overdue 10/17", (item) => item.question === "10/17" && isOverdue(item, "2026-11-27")],
  ];
  test.each(conditions)("“%s” finds the items that meet the condition, and no others", (text, meets) => {
    const found = search(index, text, { everyGroup: true, today: "2026-11-27" });
    expect(found.length).toBeGreaterThan(0);
    const words = text.split(" ").map((word) => word.toLowerCase());
    const expected = programme.items.filter(meets).map(({ key }) => key);
    expect(found.map(({ key }) => key)).toEqual(expect.arrayContaining(expected));
    // Whatever else is found has the words in its names, title or editors.
    for (const item of found.filter((each) => !meets(each)))
      expect(JSON.stringify(item).toLowerCase()).toEqual(expect.stringContaining(words[0] ?? ""));
  });

  test("conditions and words go together, in any order", () => {
    const both = names(search(index, "security determined"));
    expect(both).toEqual(names(search(index, "determined security")));
    expect(both.length).toBeGreaterThan(0);
    for (const item of search(index, "determined security")) expect(item.status).toBe("Determined");
  });

  test("a timing finds what is planned within it, however it is written", () => {
    const planned = names(search(index, "2024-Q1"));
    expect(planned).toContain("X.1353");
    expect(names(search(index, "Q1 2024"))).toEqual(planned);
    expect(names(search(index, "2024"))).toEqual(expect.arrayContaining(planned));
  });

  test.each([
    ["quantun", "quantum"],
    ["telebimoetrics", "telebiometrics"],
    ["securrity framework", "security framework"],
    ["blokchain", "blockchain"],
  ])("“%s” finds what “%s” finds, the words being mistyped", (mistyped, meant) => {
    const found = names(search(index, mistyped));
    expect(found).toEqual(expect.arrayContaining(names(search(index, meant)).slice(0, 5)));
  });

  test("only SG17's items are found unless the text names another group's Question or “*”", () => {
    const own = { everyGroup: false };
    const groups = (text: string) => new Set(search(index, text, own).map(({ studyGroup }) => studyGroup));
    expect(groups("security")).toEqual(new Set(["SG17"]));
    const [first] = programme.items;
    if (!first) throw new Error("no item");
    const other = { ...first, key: "other", studyGroup: "SG13", question: "2/13", jointQuestions: [] };
    const both = buildIndex({ ...programme, items: [...programme.items, other] });
    expect(search(both, "Q2/13", own).map(({ key }) => key)).toEqual(["other"]);
    expect(listItems(both, { question: "2/13" }).map(({ key }) => key)).toEqual(["other"]);
    expect(search(index, "*", own).length).toBe(programme.items.length);
    expect(search(index, "* security", own).length).toBeGreaterThan(search(index, "security", own).length);
  });

  test("any text is answered", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => Array.isArray(search(index, text))));
  });
});

describe("an index after changes", () => {
  const blank: ProgrammeEvent = { ...blankEvent(), who: "secretariat" };

  test("answers as one made anew", () => {
    const actions = fc.array(
      fc.record({
        at: fc.nat(30),
        number: fc.constantFrom("X.2001", "X.2002", null),
        status: fc.constantFrom("Approved" as const, "Determined" as const),
        date: fc.constantFrom("2024-03-01", "2023-09-08", "2016-01-01"),
        action: fc.constantFrom("change", "rename", "add", "remove"),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(actions, (steps) => {
        let current = buildIndex(programme);
        void current.ordered;
        for (const [turn, { at, number, status, date, action }] of steps.entries()) {
          const before = current.ordered[at % current.ordered.length];
          if (before === undefined) continue;
          if (action === "remove") current = withChanges(current, { removed: [before.key] });
          else {
            const key = action === "add" ? `new ${turn}` : before.key;
            const name = action === "add" ? `X.new-${turn}` : before.name;
            const item = { ...before, key, name, status, ...(action === "change" ? {} : { number }) };
            const event: ProgrammeEvent = {
              ...blank,
              id: `e${turn}`,
              item: key,
              date,
              kind: status,
              from: before.status,
              to: status,
            };
            current = withItemChanged(current, item, event);
          }
        }
        const anew = buildIndex(current.programme);
        expect(current.ordered).toEqual(anew.ordered);
        for (const item of current.programme.items) {
          expect(current.eventsOf(item.key)).toEqual(anew.eventsOf(item.key));
          expect(current.itemWithKey(item.key)).toBe(item);
        }
        const asked = ["X.2001", "X.2002", "X.new-1", "X.1817", "X.1221", "X.rdda", "X.590", "TR.qs-dlt", "X.1127"];
        const keysOf = (text: string, at: typeof current) => {
          const result = findItem(at, text);
          if ("unknown" in result) return result.unknown;
          return ("found" in result ? [result.found] : result.ambiguous).map(({ key }) => key).sort();
        };
        for (const text of asked) expect(keysOf(text, current)).toEqual(keysOf(text, anew));
        expect(new Set(current.programme.events.map(({ id }) => id))).toEqual(
          new Set(anew.programme.events.map(({ id }) => id)),
        );
      }),
      { numRuns: 50 },
    );
  });

  test("leaves the programme it came from as it was", () => {
    const before: Programme = structuredClone(programme);
    const item = { ...found("X.1221"), status: "Approved" as const };
    const event: ProgrammeEvent = {
      ...blank,
      id: "e",
      item: item.key,
      date: "2024-03-01",
      kind: "Approved",
      from: "Determined",
      to: "Approved",
    };
    const after = withItemChanged(buildIndex(programme), item, event);
    expect(programme).toEqual(before);
    expect(found("X.stie", after).status).toBe("Approved");
    expect(after.programme.events).toHaveLength(programme.events.length + 1);
  });
});

import { readFileSync } from "node:fs";
import path from "node:path";
import type { ReadDocument } from "../../../src/domain/document";
import { joinDocuments, mergeDocuments } from "../../../src/domain/merge";
import { blankEvent } from "../../../src/domain/event-fields";
import type { Programme, ProgrammeEvent, WorkItem } from "../../../src/domain/model";
import { buildIndex, findItem } from "../../../src/domain/item-index";
import { readDocument } from "../../../src/import";
import { readSeeds } from "../../../src/import/seeds";
import { documentOf, row } from "../documents";

/** Items without their keys, which tell only under which name each was first met. */
const itemsOf = ({ items }: Programme) =>
  items
    .map(({ key: _, ...item }) => ({ ...item, aliases: [...item.aliases].sort() }))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

const brief = ({ items }: Programme) =>
  items.map(({ number, name, status, since }) => [number ?? name, status, since].join(" "));

function everyOrder<T>(all: readonly T[]): T[][] {
  return all.length < 2
    ? [[...all]]
    : all.flatMap((each, at) => everyOrder(all.filter((_, other) => other !== at)).map((rest) => [each, ...rest]));
}

/** Joins the documents one by one in every order; all give the programme that they give together. */
function inEveryOrder(documents: readonly ReadDocument[]): Programme {
  const together = joinDocuments(documents);
  for (const order of everyOrder(documents)) {
    const oneByOne = order.reduce((known, each) => mergeDocuments(known, [each]).programme, joinDocuments([]));
    expect(itemsOf(oneByOne)).toEqual(itemsOf(together));
  }
  return together;
}

const assurance = "Requirements for data de-identification assurance";
const combining = "Security guidelines for combining de-identified data using trusted third party";

describe("a number that is given again", () => {
  const first = documentOf("2023-03-03", {
    "TAP determined": [row({ number: "X.1771", acronym: "X.rdda", title: assurance })],
  });
  const agreed = documentOf("2023-09-08", {
    "TAP not approved": [
      row({ number: "X.1771", acronym: "X.rdda", title: assurance, decision: "Agreed as X.Sup39 (see Table e)" }),
    ],
    Agreed: [row({ number: "X.sup39", formerly: "X.rdda", title: assurance })],
  });
  const second = documentOf("2024-03-01", {
    "AAP consented": [row({ number: "X.1771", formerly: "X.guide-cdd", title: combining })],
  });

  test("is another item's from then on, whatever the order of the documents", () => {
    expect(brief(inEveryOrder([first, agreed, second]))).toEqual([
      "X.1771 Consented 2024-03-01",
      "X.sup39 Agreed 2023-09-08",
    ]);
  });

  test("means the item that bears it now", () => {
    const index = buildIndex(joinDocuments([first, agreed, second]));
    expect(findItem(index, "X.1771")).toMatchObject({ found: { name: "X.guide-cdd" } });
    expect(findItem(index, "X.rdda")).toMatchObject({ found: { number: "X.sup39" } });
  });

  test("stays that of the item to which a user gave it again, with the entries of both", () => {
    const ended = documentOf("2023-09-08", { Discontinued: [row({ number: "X.1251rev", title: assurance })] });
    const known = joinDocuments([ended]);
    const key = "x.1251rev (2)";
    const again: WorkItem = { ...(known.items[0] as WorkItem), key, status: "Under study" };
    const entry: ProgrammeEvent = {
      ...blankEvent(),
      ...{ id: "by hand", date: "2023-09-08", kind: "New work item", to: "Under study", item: key },
    };
    const edited: Programme = { ...known, items: [...known.items, again], events: [...known.events, entry] };
    const statuses = ({ items }: Programme) => items.map((item) => [item.key, item.status]).sort();
    const { programme, diff } = mergeDocuments(edited, [ended]);
    expect(statuses(programme)).toEqual([
      [key, "Under study"],
      ["x.1251rev", "Discontinued"],
    ]);
    expect(diff.merged).toEqual([]);
    expect(programme.events).toContainEqual(entry);
    const later = documentOf("2024-03-01", { "AAP consented": [row({ number: "X.1251rev", title: assurance })] });
    expect(statuses(mergeDocuments(programme, [later]).programme)).toEqual([
      [key, "Consented"],
      ["x.1251rev", "Discontinued"],
    ]);
  });

  test("stays one item's where only its provisional name is spelt anew", () => {
    const renamed = documentOf("2024-03-01", {
      "TAP approved": [row({ number: "X.1771", acronym: "X.rdda2", title: assurance })],
    });
    expect(brief(inEveryOrder([first, renamed]))).toEqual(["X.1771 Approved 2024-03-01"]);
  });
});

describe("editions of one Recommendation", () => {
  const title = "Testing and Test Control Notation version 3: TTCN-3 core language";
  const edition = (number: string) => row({ number, kind: "Rev", title, question: "11/17" });
  const documents = [
    documentOf(
      "2017-03-30",
      { "Recommendations approved": [row({ number: "X.161", title })] },
      "lead-study-group-report",
    ),
    documentOf("2022-09-02", { "TAP determined": [edition("X.161rev")] }),
    documentOf("2023-03-03", { "TAP approved": [edition("X.161")] }),
    documentOf("2025-04-17", { "TAP determined": [edition("X.161")] }),
  ];

  test("are an item each, whatever the order of the documents", () => {
    const programme = inEveryOrder(documents);
    expect(programme.items.map(({ status, since }) => [status, since].join(" ")).sort()).toEqual([
      "Approved 2017-03-30",
      "Approved 2023-03-03",
      "Determined 2025-04-17",
    ]);
    expect(programme.findings).toEqual([]);
  });

  test("are named by their year; the number alone means the latest in force", () => {
    const index = buildIndex(joinDocuments(documents));
    const since = (text: string): string | null => {
      const answer = findItem(index, text);
      return "found" in answer ? answer.found.since : null;
    };
    expect(since("X.161")).toBe("2023-03-03");
    expect(since("X.161 (2017)")).toBe("2017-03-30");
    expect(since("X.161 (03/2023)")).toBe("2023-03-03");
    expect(since("Rec. ITU-T X.161 (2023)")).toBe("2023-03-03");
    expect(findItem(index, "X.161 (2019)")).toHaveProperty("unknown");
  });
});

describe("two spellings of one name", () => {
  const spelt = (name: string, title: string, question = "4/17") => row({ acronym: name, title, question });
  const numbered = (number: string, title: string) => row({ number, title, question: "6/17" });

  test.each([
    ["X.sgc_rcs", "X.sgc-rcs"],
    ["X.sup-ekyc-dfs", "X.suppl.ekyc-dfs"],
    ["TR.fcnsc", "XSTR.fcnsc"],
  ])("%s and %s are one item where title and Question agree, and two where they do not", (one, other) => {
    const documents = (title: string, question?: string) => [
      documentOf("2023-09-08", { "New work items": [spelt(one, "Guidelines for one thing")] }),
      documentOf("2024-03-01", { "New work items": [spelt(other, title, question)] }),
    ];
    expect(inEveryOrder(documents("Guidelines for one thing")).items).toHaveLength(1);
    expect(inEveryOrder(documents("Quite another matter")).items).toHaveLength(2);
    expect(inEveryOrder(documents("Guidelines for one thing", "5/17")).items).toHaveLength(2);
  });

  test("an amendment gets its number; of two numbered ones it is neither for certain", () => {
    const plain = documentOf("2023-09-08", {
      "TAP determined": [numbered("X.1352Amd", "Amendment to X.1352: Devices")],
    });
    const approved = (...numbers: string[]) =>
      documentOf("2024-03-01", { "TAP approved": numbers.map((number) => numbered(number, "Devices")) });
    expect(brief(inEveryOrder([plain, approved("X.1352 Amd.1")]))).toEqual(["X.1352 Amd.1 Approved 2024-03-01"]);
    expect(joinDocuments([plain, approved("X.1352 Amd.1", "X.1352 Amd.2")]).items).toHaveLength(3);
  });
});

describe("numbers and names of real texts", () => {
  const title = "Accessible authentication for persons with disabilities";
  const ttcn = row({
    number: "Z.161",
    kind: "Rev",
    title: "Testing and Test Control Notation version 3",
    question: "12/17",
  });

  test("Z.161: each year's consent is that of an edition of its own, although no report prints the approval", () => {
    const consents = ["2021-09-03", "2022-09-02", "2023-09-08"].map((day) =>
      documentOf(day, { "AAP consented": [ttcn] }),
    );
    expect(brief(inEveryOrder(consents))).toEqual([
      "Z.161 Consented 2021-09-03",
      "Z.161 Consented 2022-09-02",
      "Z.161 Consented 2023-09-08",
    ]);
  });

  test("Z.161: the edition that a user approved is not the one that is consented next", () => {
    const first = joinDocuments([documentOf("2023-09-08", { "AAP consented": [ttcn] })]);
    const [item] = first.items;
    if (!item) throw new Error("No item.");
    const approval: ProgrammeEvent = {
      ...blankEvent(),
      id: "approval",
      item: item.key,
      date: "2023-10-29",
      kind: "Approved",
      from: "Consented",
      to: "Approved",
      process: "AAP",
    };
    const known = {
      ...first,
      items: [{ ...item, status: "Approved" as const, since: "2023-10-29" }],
      events: [...first.events, approval],
    };
    const planned = documentOf("2024-03-01", { "Planned for consent": [ttcn] });
    expect(brief(mergeDocuments(known, [planned]).programme)).toEqual([
      "Z.161 Approved 2023-10-29",
      "Z.161 Under study 2024-03-01",
    ]);
  });

  test("X.1373: a third edition begins although the second was determined as X.1373rev too", () => {
    const software = "Secure software update capability for communication devices";
    const edition = (number: string) => [row({ number, title: software })];
    const documents = [
      documentOf("2017-03-30", { "TAP approved": edition("X.1373") }),
      documentOf("2023-09-08", { "TAP determined": edition("X.1373rev") }),
      documentOf("2024-03-01", { "TAP approved": edition("X.1373") }),
      documentOf("2026-06-10", { "TAP determined": edition("X.1373rev") }),
    ];
    expect(brief(inEveryOrder(documents))).toEqual([
      "X.1373 Approved 2017-03-30",
      "X.1373 Approved 2024-03-01",
      "X.1373rev Determined 2026-06-10",
    ]);
  });

  test("X.1901: a renumbered text is one item; its first number finds it", () => {
    const documents = [
      documentOf("2025-12-11", { "TAP determined": [row({ number: "X.1091", acronym: "X.aas", title })] }),
      documentOf("2026-04-09", { "TAP approved": [row({ number: "X.1901", formerly: "X.aas", title })] }),
    ];
    const programme = inEveryOrder(documents);
    expect(brief(programme)).toEqual(["X.1901 Approved 2026-04-09"]);
    expect(findItem(buildIndex(programme), "X.1091")).toMatchObject({ found: { number: "X.1901" } });
  });

  test.each([
    ["X.1037", "Architectural systems for preventing fraudulent activities", "IPv6 technical security guidelines"],
    ["X.1261", "Extended validation certificate framework", "Policy framework for digital identity infrastructure"],
  ])(
    "%s: given again years after its first bearer was not approved, without a provisional name",
    (number, one, other) => {
      const documents = [
        documentOf("2012-03-02", { "TAP not approved": [row({ number, title: one, question: "4/17" })] }),
        documentOf("2020-08-28", { "AAP consented": [row({ number, title: other, question: "2/17" })] }),
      ];
      expect(brief(inEveryOrder(documents))).toEqual([
        `${number} Not approved 2012-03-02`,
        `${number} Consented 2020-08-28`,
      ]);
    },
  );

  test("X.1372: a text that moves to another Question stays one item", () => {
    const its = "Security guidelines for vehicle-to-everything communication";
    const documents = [
      documentOf("2017-03-30", { "New work items": [row({ acronym: "X.itssec-2", title: its, question: "6/17" })] }),
      documentOf("2020-03-26", {
        "TAP approved": [row({ number: "X.1372", formerly: "X.itssec-2", title: its, question: "13/17" })],
      }),
    ];
    expect(inEveryOrder(documents).items).toMatchObject([{ number: "X.1372", name: "X.itssec-2", question: "13/17" }]);
  });
});

describe("items that are split or merged", () => {
  const named = (acronym: string, formerly: string | null, text: string) => row({ acronym, formerly, title: text });
  const whole = documentOf("2022-09-02", { "New work items": [named("X.foo", null, "Security of foo")] });

  test("two parts of a text are items of their own beside it, and this is reported", () => {
    const parts = documentOf("2023-09-08", {
      "New work items": [
        named("X.foo-1", "X.foo", "Security of foo: part 1"),
        named("X.foo-2", "X.foo", "Security of foo: part 2"),
      ],
    });
    const programme = inEveryOrder([whole, parts]);
    expect(programme.items.map(({ name }) => name)).toEqual(["X.foo", "X.foo-1", "X.foo-2"]);
    expect(programme.findings).toMatchObject([{ found: { code: "contested" } }]);
  });

  test("a part that is split off later is an item of its own", () => {
    const first = documentOf("2023-03-03", {
      "New work items": [named("X.foo-1", "X.foo", "Security of foo: part 1")],
    });
    const both = documentOf("2023-09-08", {
      "New work items": [
        named("X.foo-1", null, "Security of foo: part 1"),
        named("X.foo-2", "X.foo", "Security of foo: part 2"),
      ],
    });
    const programme = inEveryOrder([whole, first, both]);
    expect(programme.items.map(({ name, aliases }) => [name, aliases])).toEqual([
      ["X.foo-1", ["X.foo"]],
      ["X.foo-2", ["X.foo"]],
    ]);
  });

  test("two texts that go on as one keep their histories apart", () => {
    const documents = [
      documentOf("2022-09-02", {
        "New work items": [named("X.a", null, "Security of apples"), named("X.b", null, "Security of pears")],
      }),
      documentOf("2023-03-03", { "New work items": [named("X.ab", "X.a", "Security of fruit")] }),
      documentOf("2023-09-08", { "Planned for determination": [named("X.ab", "X.b", "Security of fruit")] }),
    ];
    expect(
      inEveryOrder(documents).items.map(({ name, aliases }) => [name, aliases.filter((each) => each !== "X.b")]),
    ).toEqual([
      ["X.ab", ["X.a"]],
      ["X.b", []],
    ]);
  });
});

describe("the meeting after the seeds", () => {
  const march = readDocument(readFileSync(path.join(__dirname, "next-meeting.txt"), "utf8"));
  if ("notADocument" in march) throw new Error(march.notADocument.code);
  const programme = inEveryOrder([...readSeeds(), march]);
  const named = (name: string): WorkItem[] =>
    programme.items.filter(({ number, name: own, aliases }) => [number, own, ...aliases].includes(name));

  test.each([
    ["X.1818", "X.5Gsec-ctrl", "Approved"],
    ["X.1819", "X.5Gsec-netec", "Determined"],
    ["X.1352 Amd.1", "X.1352Amd", "Approved"],
    ["X.1237", "X.sgc_rcs", "Determined"],
    ["X.suppl.ekyc-dfs", "X.sup-ekyc-dfs", "Agreed"],
    ["XSTR.fcnsc", "TR.fcnsc", "Agreed"],
  ])("%s is the item that was %s, and %s", (name, before, status) => {
    expect(named(name)).toHaveLength(1);
    expect(named(name)).toEqual(named(before));
    // The target date has been met: it is no plan any more.
    expect(named(name)[0]).toMatchObject({ status, since: "2024-03-01", timing: null });
  });

  test("brings an edition of X.1373 beside that of 2017, and no word that the two might be one", () => {
    expect(named("X.1373").map(({ status, since }) => [status, since])).toEqual([
      ["Approved", "2017-03-30"],
      ["Approved", "2024-03-01"],
    ]);
    expect(JSON.stringify(programme.findings)).not.toContain("X.1373");
  });
});

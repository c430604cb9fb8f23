import { cite, refusalText } from "../../../src/i18n/rules";
import { evaluate, type ProposedEdit, type RuleContext, type Accepted, type Verdict } from "../../../src/domain/rules";
import type { WorkItem } from "../../../src/domain/model";
import { event, item, MARCH, on, SEPTEMBER } from "./samples";

const MEETINGS = { meetings: [SEPTEMBER, MARCH] };

function edit(
  changes: ProposedEdit["changes"],
  values: Partial<WorkItem> | null = {},
  reason: string | null = null,
): Verdict {
  const subject = values === null ? null : item(values);
  return evaluate({ item: subject, changes, origin: "person", reason }, on("2024-03-01", MEETINGS));
}

function taken(verdict: Verdict): Accepted {
  if (verdict.outcome === "refuse") throw new Error(refusalText(verdict));
  return verdict;
}

describe("an accepted status", () => {
  test("sets Since, clears the step and adds an event with date and meeting", () => {
    const { item: after, events, warnings } = taken(edit({ status: "approved " }));
    expect(after).toMatchObject({ status: "Approved", since: "2024-03-01", step: null, process: "TAP" });
    expect(events).toEqual([
      {
        date: "2024-03-01",
        meeting: "2024-03",
        kind: "Approved",
        from: "Determined",
        to: "Approved",
        process: "TAP",
        step: null,
        changes: [],
        facts: {},
        reason: null,
        transitions: ["T10", "T11", "T13"],
        corrects: null,
      },
    ]);
    expect(warnings).toEqual([]);
  });

  test("sets the process where there was none", () => {
    expect(taken(edit({ status: "Determined" }, { status: "Under study", process: null })).item.process).toBe("TAP");
  });

  test("may come with its own date, typed beside it or as the database prints it", () => {
    expect(taken(edit({ status: "Approved", since: "2024-02-28" })).item.since).toBe("2024-02-28");
    expect(taken(edit({ status: "Approved 2024-02-27" })).item.since).toBe("2024-02-27");
    expect(edit({ status: "Approved 2023-09-30" }).outcome).toBe("refuse");
  });

  test("understands the database's own label", () => {
    expect(taken(edit({ status: "pending SG/WP confirmation" }, null)).item.status).toBe("Pending confirmation");
  });

  test("that is unchanged has no event", () => {
    expect(taken(edit({ status: "Determined" }))).toMatchObject({ events: [], warnings: [] });
  });

  test("adds a remark where no instrument confirms it, and requests the reason", () => {
    const { warnings } = taken(edit({ status: "Discontinued" }));
    expect(warnings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ["T39", "warning"],
      ["T39", "warning"],
    ]);
    expect(taken(edit({ status: "Discontinued" }, {}, "Decided in plenary")).warnings).toHaveLength(1);
  });

  test("remarks on a date in no meeting", () => {
    const verdict = evaluate(
      { item: item(), changes: { status: "Approved" }, origin: "person", reason: null },
      on("2024-01-15", MEETINGS),
    );
    expect(taken(verdict).warnings).toMatchObject([{ rule: "T13", field: "since" }]);
  });

  test("without a recorded date is accepted with a warning that no period was checked", () => {
    expect(taken(edit({ status: "Approved" }, { since: null })).warnings).toMatchObject([{ rule: "F-17" }]);
  });
});

describe("a text not approved", () => {
  const NOT_APPROVED = { status: "Not approved", since: "2023-09-08" } as const;

  test.each<[string, ProposedEdit["changes"], Partial<WorkItem>, string]>([
    ["is determined again", { status: "Determined" }, {}, "T44"],
    ["is announced again", { status: "Determined", step: "Announced" }, {}, "T17"],
    ["is agreed as another kind of text", { status: "Agreed", item: "X.sup39" }, {}, "T45"],
    ["returns to study", { status: "Under study" }, {}, "T21"],
    ["returns to study under AAP", { status: "Under study" }, { process: "AAP" }, "T37"],
    ["is announced again under AAP", { status: "Consented", step: "RI" }, { process: "AAP" }, "T36"],
    ["is deferred", { status: "Deferred to WTSA" }, {}, "T22"],
    ["is discontinued", { status: "Discontinued" }, {}, "T46"],
  ])("%s", (_, changes, values, transition) => {
    const { events } = taken(edit(changes, { ...NOT_APPROVED, ...values }));
    expect(events.at(-1)?.transitions).toEqual([transition]);
  });

  test("is not approved without a new determination", () => {
    expect(edit({ status: "Approved" }, NOT_APPROVED).outcome).toBe("refuse");
  });

  test("keeps its old number as an alias when it is agreed as a supplement", () => {
    const { item: after } = taken(edit({ status: "Agreed", item: "X.sup39" }, NOT_APPROVED));
    expect(after).toMatchObject({ process: "Agreement", number: expect.stringMatching(/39/), aliases: ["X.1221"] });
  });
});

describe("a step", () => {
  test("is accepted by its word or its code, and leaves Since unchanged", () => {
    for (const step of ["Announced", "announced", "D1"]) {
      const { item: after, events } = taken(edit({ step }));
      expect(after).toMatchObject({ status: "Determined", step: "Announced", since: "2023-09-08" });
      expect(events).toMatchObject([{ kind: "Step", to: null, step: "Announced", transitions: ["T10"] }]);
    }
  });

  test("counts its own date: four weeks run from the start of the Last Call", () => {
    const consented = item({ status: "Consented", process: "AAP", since: "2023-09-08", step: "Last Call" });
    const events = [
      event({ kind: "Consented", to: "Consented", process: "AAP" }),
      event({ date: "2023-10-16", kind: "Step", to: null, step: "Last Call" }),
    ];
    const tried = (date: string) =>
      evaluate(
        { item: consented, changes: { status: "Approved" }, origin: "person", reason: null },
        on(date, { events }),
      );
    expect(tried("2023-11-12")).toMatchObject({ outcome: "refuse", earliest: "2023-11-13" });
    expect(tried("2023-11-13").outcome).toBe("accept");
  });
});

describe("an override", () => {
  test("accepts a refused edit, records the reason, and returns the errors as warnings", () => {
    const { item: after, events, warnings } = taken(edit({ status: "Agreed" }, {}, "Agreed in plenary, report R 12"));
    expect(after).toMatchObject({ status: "Agreed", since: "2024-03-01" });
    expect(events).toMatchObject([{ to: "Agreed", reason: "Agreed in plenary, report R 12", transitions: [] }]);
    expect(warnings.map(({ rule, severity }) => [rule, severity])).toContainEqual(["X-5", "warning"]);
  });

  test.each<[string, ProposedEdit["changes"]]>([
    ["an unknown word", { status: "Aproved" }],
    ["a lost status", { status: "" }],
    ["a lost name", { item: "" }],
    ["a changed key", { key: "x.1" }],
  ])("does not help against %s", (_, changes) => {
    expect(edit(changes, {}, "because")).toMatchObject({ outcome: "refuse", overridable: false });
  });
});

describe("a new row", () => {
  test("is a new work item under study, also with missing fields", () => {
    const { item: after, events, warnings } = taken(edit({ item: "X.newsec" }, null));
    expect(after).toMatchObject({ name: "X.newsec", number: null, status: "Under study", since: "2024-03-01" });
    expect(events).toMatchObject([
      { kind: "New work item", from: null, to: "Under study", transitions: ["T01", "T02"] },
    ]);
    expect(warnings.every(({ severity }) => severity === "info")).toBe(true);
  });

  test("may be a proposal", () => {
    expect(taken(edit({ item: "X.newsec", status: "Pending confirmation" }, null)).events).toMatchObject([
      { kind: "Proposed", to: "Pending confirmation", transitions: ["T01"] },
    ]);
  });

  test.each(["Determined", "Consented", "Approved", "Agreed", "Not approved", "Deferred to WTSA", "Discontinued"])(
    "does not begin as %s",
    (status) => {
      expect(edit({ item: "X.newsec", status }, null)).toMatchObject({
        outcome: "refuse",
        overridable: true,
        possible: [{ status: "Pending confirmation" }, { status: "Under study" }],
      });
    },
  );

  test("without a name is accepted without an event", () => {
    expect(taken(edit({ title: "Something new" }, null))).toMatchObject({ events: [], warnings: [{ rule: "F-01" }] });
  });

  test("cannot have another item's name", () => {
    const context = on("2024-03-01", { items: [item()] });
    const verdict = evaluate({ item: null, changes: { item: " x.1221" }, origin: "person", reason: null }, context);
    expect(verdict).toMatchObject({ outcome: "refuse", overridable: false, findings: [{ rule: "F-01" }] });
  });

  test("that revises a text approved a year ago is remarked upon", () => {
    const parent = item({ key: "x.805", number: "X.805", status: "Approved", since: "2023-03-03" });
    const context = on("2024-03-01", { items: [parent] });
    const verdict = evaluate(
      { item: null, changes: { item: "X.805rev", parent: "X.805" }, origin: "person", reason: null },
      context,
    );
    expect(taken(verdict).events).toMatchObject([{ transitions: ["T41"] }]);
    expect(taken(verdict).warnings.map(({ clauses }) => cite(clauses))).toContain(
      "Resolution 1 (2022), 9.3.9; Rec. A.8 (2024), 3.7",
    );
  });
});

describe("other fields", () => {
  test("a number is set and the provisional name is kept", () => {
    const { item: after, events } = taken(edit({ item: "X.1999" }, { number: null, name: "X.newsec" }));
    expect(after).toMatchObject({ number: "X.1999", name: "X.newsec" });
    expect(events).toMatchObject([
      { kind: "Changed", to: null, changes: [{ field: "item", from: "X.newsec", to: "X.1999" }], transitions: ["T43"] },
    ]);
  });

  test.each([
    ["x.1222", "X.1222"],
    [" X.1222 ", "X.1222"],
    ["ITU-T X.1222", "X.1222"],
    ["X.1222 (X.taeii)", "X.1222"],
  ])("a number typed as %j is %s", (typed, number) => {
    expect(taken(edit({ item: typed })).item).toMatchObject({ number, aliases: expect.arrayContaining(["X.1221"]) });
  });

  test("a name without a recognised form is accepted with a warning", () => {
    expect(taken(edit({ item: "Zero trust" }, null)).warnings).toContainEqual(
      expect.objectContaining({ rule: "F-02", severity: "warning" }),
    );
  });

  test("its own name in other letters changes nothing", () => {
    expect(taken(edit({ item: "x.1221 " })).events).toEqual([]);
  });

  test("a Recommendation becomes a supplement by its name first, then its process", () => {
    const draft = item({ status: "Under study", process: "AAP" });
    const renamed = taken(edit({ item: "X.sup39" }, draft));
    expect(renamed.warnings).toMatchObject([{ rule: "F-13", severity: "warning" }]);
    expect(taken(edit({ process: "Agreement" }, renamed.item)).item.process).toBe("Agreement");
    expect(edit({ process: "Agreement" }, draft)).toMatchObject({
      outcome: "refuse",
      findings: [{ rule: "F-12", severity: "error" }],
    });
  });

  test("a new name keeps the old one as an alias", () => {
    expect(taken(edit({ item: "X.othername" }, { number: null, name: "X.newsec" })).item).toMatchObject({
      name: "X.othername",
      aliases: ["X.newsec"],
    });
  });

  test.each([
    ["2025-3Q", "2025-Q3"],
    ["2024-9", "2024-09"],
    ["Sept. 2008", "2008-09"],
    ["2024-Q4", "2024-Q4"],
  ])("a timing of %s is written %s", (typed, written) => {
    expect(taken(edit({ timing: typed }, { status: "Under study" })).item.timing).toBe(written);
  });

  test.each([
    ["Q2/17", "2/17"],
    [" q 11/17", "11/17"],
    ["11/17", "11/17"],
  ])("a Question of %s is %s", (typed, written) => {
    expect(taken(edit({ question: typed })).item.question).toBe(written);
  });

  test.each(["0/17", "2", "two/17"])("%s is not a valid Question", (typed) => {
    expect(edit({ question: typed })).toMatchObject({ outcome: "refuse", findings: [{ rule: "F-07" }] });
  });

  test("a number that the study group has never had is refused, unless a document names it", () => {
    const typed = (known: string[]) =>
      evaluate(
        { item: item(), changes: { question: "99/17" }, origin: "person", reason: null },
        on("2024-03-01", {}, { questions: () => new Set(known) }),
      );
    expect(typed(["4/17"])).toMatchObject({ outcome: "refuse", findings: [{ rule: "F-07" }] });
    expect(typed(["4/17", "99/17"])).toMatchObject({ outcome: "accept", warnings: [] });
  });

  test("a Question that no document names is accepted with a warning, unless the documents name none", () => {
    const known = { questions: () => new Set(["4/17", "6/17"]) };
    const asked = (context: RuleContext) =>
      evaluate({ item: item(), changes: { question: "9/17" }, origin: "person", reason: null }, context);
    expect(asked(on("2024-03-01", {}, known))).toMatchObject({
      outcome: "accept",
      item: { question: "9/17" },
      warnings: [{ rule: "F-07", severity: "warning" }],
    });
    expect(asked(on("2024-03-01"))).toMatchObject({ outcome: "accept", warnings: [] });
  });

  test("editors can be separated by commas, semicolons or line breaks", () => {
    expect(taken(edit({ editors: "Jae Hoon NAH; Duncan SPARRELL,\nMichael ROSA" })).item.editors).toEqual([
      "Jae Hoon NAH",
      "Duncan SPARRELL",
      "Michael ROSA",
    ]);
  });

  test("several fields in one edit make one event that names them", () => {
    const { events } = taken(edit({ timing: "2024-Q3", text: "TD1500", remarks: null }));
    expect(events).toMatchObject([
      {
        kind: "Changed",
        changes: [
          { field: "timing", from: "2023-Q3", to: "2024-Q3" },
          { field: "text", from: "TD1262", to: "TD1500" },
        ],
      },
    ]);
  });

  test("a timing in the past is accepted with a warning", () => {
    expect(taken(edit({ timing: "2023-Q1" }, { status: "Under study" })).warnings).toMatchObject([{ rule: "T04" }]);
  });
});

describe("Since typed by itself", () => {
  const history = [
    event({ date: "2023-03-03", kind: "Determined", to: "Determined" }),
    event({ date: "2023-09-08", kind: "Approved", from: "Determined", to: "Approved" }),
  ];
  const approved = item({ status: "Approved", since: "2023-09-08" });
  const correct = (since: string | null) =>
    evaluate(
      { item: approved, changes: { since }, origin: "person", reason: null },
      on("2024-03-01", { events: history }),
    );

  test("corrects the date and adds an event", () => {
    expect(taken(correct("2023-09-07"))).toMatchObject({
      item: { since: "2023-09-07", status: "Approved" },
      events: [
        {
          kind: "Changed",
          to: null,
          corrects: "2023-09-08",
          changes: [{ field: "since", from: "2023-09-08", to: "2023-09-07" }],
        },
      ],
    });
  });

  test("is held to the same periods as the change itself", () => {
    expect(correct("2023-05-30")).toMatchObject({ outcome: "refuse", earliest: "2023-06-03" });
    expect(correct("2023-06-03").outcome).toBe("accept");
  });

  test("cannot be cleared, nor lie beyond the meeting chosen", () => {
    expect(correct(null)).toMatchObject({ outcome: "refuse", findings: [{ rule: "F-17" }] });
    expect(correct("2024-03-02").outcome).toBe("refuse");
    const chosen = on("2024-02-01", { events: history }, { meeting: MARCH });
    const edit = {
      item: item(),
      changes: { status: "Approved", since: "2024-03-01" },
      origin: "person",
      reason: null,
    } as const;
    expect(evaluate(edit, chosen).outcome).toBe("accept");
  });
});

describe("an edit from a document", () => {
  const reported = (values: Partial<WorkItem>, changes: ProposedEdit["changes"]): Verdict =>
    evaluate({ item: item(values), changes, origin: "document", reason: null }, on("2024-03-01"));

  test("is accepted with a warning also where the steps before it are not reported", () => {
    const verdict = taken(reported({ status: "Under study" }, { status: "Approved" }));
    expect(verdict.item.status).toBe("Approved");
    expect(verdict.warnings).toMatchObject([{ rule: "X-1", severity: "warning" }]);
  });

  test("is refused where it means nothing", () => {
    expect(reported({}, { status: "Whatever" }).outcome).toBe("refuse");
  });
});

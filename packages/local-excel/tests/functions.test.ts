import type { HeadlessExcel } from "../headless";
import { takeSnapshot } from "../xlsx/take-snapshot";
import { openSmall, run } from "./open";

let local: HeadlessExcel;
const received = (): unknown[] => (local.window as unknown as { received: unknown[] }).received;

beforeEach(async () => {
  local = await openSmall();
});

afterEach(() => {
  local.close();
});

describe("custom functions", () => {
  it("are called through the runtime's messages and answer in the cell", async () => {
    await local.enter("Sheet1!A1", '=SG17.CODE("X.1817")');
    expect([local.value("Sheet1!A1"), local.formula("Sheet1!A1")]).toEqual(["<X.1817>", '=SG17.CODE("X.1817")']);
  });

  it("show errors with their messages, thrown or rejected", async () => {
    await local.enter("Sheet1!A1", '=SG17.CODE("unknown")');
    await local.enter("Sheet1!A2", '=SG17.CODE("bad")');
    await local.enter("Sheet1!A3", '=IFNA(SG17.CODE("unknown"),"caught")');
    expect(local.values("Sheet1!A1:A3")).toEqual([
      [{ error: "#N/A", message: "No such item: unknown" }],
      [{ error: "#VALUE!", message: "Malformed" }],
      ["caught"],
    ]);
  });

  it("nest, and wait for one another", async () => {
    await local.enter("Sheet1!B1", '=SG17.CODE("a")');
    await local.enter("Sheet1!A1", '=SG17.CODE(SG17.CODE(B1)&"c")');
    expect(local.value("Sheet1!A1")).toBe("<<<a>>c>");
  });

  it("spill, and say so when the way is blocked", async () => {
    await local.enter("Sheet1!A1", "=SG17.SPILL(3,2)");
    expect(local.values("Sheet1!A1:B3")).toEqual([
      ["0/0", "0/1"],
      ["1/0", "1/1"],
      ["2/0", "2/1"],
    ]);
    expect(local.spill("Sheet1!A1")).toBe("A1:B3");
    await local.user.type("Sheet1!B2", "in the way");
    expect(local.value("Sheet1!A1")).toEqual({ error: "#SPILL!", message: "" });
    await local.user.clear("Sheet1!B2");
    expect(local.value("Sheet1!B3")).toBe("2/1");
  });

  it("get null for what is left out", async () => {
    await local.enter("Sheet1!A1", "=SG17.OPTIONAL(1)");
    await local.enter("Sheet1!A2", '=SG17.OPTIONAL(,"x")');
    expect(local.values("Sheet1!A1:A2")).toEqual([["omitted"], [{ error: "#VALUE!", message: "" }]]);
  });

  it("get blank cells as Windows gives them: 0 for any, empty text for text", async () => {
    await local.enter("Sheet1!A1", "=SG17.OPTIONAL(C1,C2)");
    expect([local.value("Sheet1!A1"), received().at(-1)]).toEqual(["given ", [0, ""]]);
  });

  it("take a range where the parameter is one, a whole column too", async () => {
    await local.user.paste("Sheet1!A1", [["a"], [""], ["c"]]);
    await local.enter("Sheet1!C1", "=SG17.SHAPE(A1:A3)");
    expect(local.values("Sheet1!C1:C3")).toEqual([["a!"], [""], ["c!"]]);
    await local.enter("Sheet1!E1", "=SG17.SHAPE(A:A)");
    expect([received().at(-1), local.value("Sheet1!E3")]).toEqual([1_048_576, "c!"]);
  });

  it("are called once for each cell of a range where one value is wanted", async () => {
    await local.user.paste("Sheet1!A1", [["a"], ["b"]]);
    await local.enter("Sheet1!C1", "=SG17.CODE(A1:A2)");
    expect(local.values("Sheet1!C1:C2")).toEqual([["<a>"], ["<b>"]]);
  });

  it("are told addresses when they ask for them", async () => {
    await local.enter("Sheet1!C3", "=SG17.WHERE(A1:B2)");
    expect(local.value("Sheet1!C3")).toBe("Sheet1!C3|Sheet1!A1:B2");
  });

  it("take repeated arguments as one array", async () => {
    await local.enter("Sheet1!A1", "=SG17.ADD(1,2,3)");
    expect(local.value("Sheet1!A1")).toBe(6);
  });

  it("answer with cards and with arrays that hold errors", async () => {
    await local.enter("Sheet1!A1", '=SG17.CARD("X.1817")');
    expect(local.value("Sheet1!A1")).toBe("X.1817");
    expect(local.excel.richValue("Sheet1!A1")).toMatchObject({
      type: "Entity",
      properties: { Title: { basicValue: "X.1817" } },
    });
    await local.enter("Sheet1!A3", "=SG17.MIXED()");
    expect(local.values("Sheet1!A3:B4")).toEqual([
      ["one", { error: "#N/A", message: "not here" }],
      [3, true],
    ]);
  });

  it("answer with numbers that bring their format, shown and saved while the cell holds them", async () => {
    await local.enter("Sheet1!A1", "=SG17.DATES()");
    expect(["A1", "A2", "A3"].map((cell) => local.excel.text(`Sheet1!${cell}`))).toEqual([
      "Date",
      "08.09.2023",
      "08.09.2023",
    ]);
    expect(local.value("Sheet1!A2")).toBe(45_177);
    expect(takeSnapshot(local.excel.host).sheets[0]?.styles).toEqual([
      { address: "A2:A3", style: { numberFormat: "dd.mm.yyyy" } },
    ]);
    await local.user.format("Sheet1!A2", "yyyy");
    expect(local.excel.text("Sheet1!A2")).toBe("2023");
    await local.user.clear("Sheet1!A1");
    await local.user.type("Sheet1!A3", "45177");
    expect(local.excel.text("Sheet1!A3")).toBe("45177");
  });

  it("are unknown by another name", async () => {
    await local.enter("Sheet1!A1", '=SG17.NOTHING("x")');
    expect(local.value("Sheet1!A1")).toEqual({ error: "#NAME?", message: "" });
  });

  it("are called again only when an argument changes, or when asked to", async () => {
    await local.user.type("Sheet1!A1", "a");
    await local.enter("Sheet1!B1", "=SG17.CODE(A1)");
    const once = received().length;
    await local.user.type("Sheet1!D9", "elsewhere");
    expect(received()).toHaveLength(once);
    await local.user.type("Sheet1!A1", "b");
    expect([received().length, local.value("Sheet1!B1")]).toEqual([once + 1, "<b>"]);
    await run(local, async (context) => {
      context.workbook.worksheets.getItem("Sheet1").calculate(true);
      await context.sync();
    });
    await local.settled();
    expect(received()).toHaveLength(once + 2);
    await run(local, async (context) => {
      context.workbook.application.calculate("Full");
      await context.sync();
    });
    await local.settled();
    expect(received()).toHaveLength(once + 3);
  });

  it("stream until nobody asks any more", async () => {
    await local.enter("Sheet1!A1", "=SG17.TICK(10)");
    await new Promise((resolve) => setTimeout(resolve, 400));
    await local.settled();
    expect(Number(local.value("Sheet1!A1"))).toBeGreaterThan(10);
    await local.enter("Sheet1!A1", "=SG17.TICK(0)");
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(received()).toContain("cancelled");
    await local.user.clear("Sheet1!A1");
  });

  it("go out ten thousand in one message", async () => {
    const sent: number[] = [];
    const page = local.window as unknown as { _richApiNativeBridge: { onMessageFromHost: (text: string) => void } };
    const bridge = page._richApiNativeBridge;
    const deliver = bridge.onMessageFromHost;
    bridge.onMessageFromHost = (text) => {
      const message = JSON.parse(text) as { type: number; message: { entries?: unknown[] } };
      if (message.type === 3) sent.push(message.message.entries?.length ?? 0);
      deliver(text);
    };
    await run(local, async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("A1:A10000").formulas = Array.from({ length: 10_000 }, (_row, row) => [
        `=SG17.ECHO(${String(row)})`,
      ]);
      await context.sync();
    });
    await local.settled();
    expect(sent).toEqual([10_000]);
    expect([local.value("Sheet1!A1"), local.value("Sheet1!A10000")]).toEqual([0, 9999]);
  });

  it("wait for a page when there is none, and keep their values when it closes", async () => {
    await local.enter("Sheet1!A1", '=SG17.CODE("x")');
    local.closePane();
    expect(local.value("Sheet1!A1")).toBe("<x>");
    await local.enter("Sheet1!A2", '=SG17.CODE("y")');
    expect(local.value("Sheet1!A2")).toEqual({ error: "#BUSY!", message: "" });
    await local.openPane();
    await local.settled();
    expect(local.value("Sheet1!A2")).toBe("<y>");
  });

  it("share the engine with Excel's own", async () => {
    await local.user.paste("Sheet1!A1", [
      ["a", 1],
      ["b", 2],
      ["b", 3],
    ]);
    await local.enter("Sheet1!D1", '=XLOOKUP("b",A1:A3,B1:B3)');
    await local.enter("Sheet1!D2", '=COUNTIFS(A1:A3,"b")');
    expect(local.values("Sheet1!D1:D2")).toEqual([[2], [2]]);
  });
});

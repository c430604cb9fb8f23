/** A workbook whose work programme cannot be read, in the built add-in: nothing is assumed, nothing is written, Repair restores it. */
import { formatArea, type HeadlessExcel } from "local-excel";
import { openAddin, pressLoad } from "../../tools/session";

let session: HeadlessExcel;

beforeAll(async () => {
  session = await openAddin();
  await pressLoad(session);
});

afterAll(() => {
  session.close();
});

function valuesOf(name: string): unknown[][] {
  const table = session.tables().find((each) => each.name === name);
  if (!table) throw new Error(`no table ${name}`);
  const sheet = session.excel.host.engine.sheet(table.sheetId)?.getName() ?? "";
  return session.values(`'${sheet}'!${formatArea(table.area)}`);
}

test("with a renamed column, Check changes no annex, formulas answer #N/A, and Repair restores everything", async () => {
  await session.enter("Sheet1!B1", '=SG17.STATUS("X.590")');
  await session.enter("Sheet1!B2", '=SG17.COUNT("Consented")');
  await session.settled();
  const answers = session.values("Sheet1!B1:B2");
  expect(answers[0]).toEqual(["Consented"]);
  const annex = valuesOf("Annex_2023_09_A");
  await session.user.renameTableColumn("WorkProgramme", "Status", "State");
  await session.settled();
  await session.runAction("check");
  await session.settled();
  expect(valuesOf("Annex_2023_09_A")).toEqual(annex);
  expect(session.values("Sheet1!B1:B2")).toMatchObject([[{ error: "#N/A" }], [{ error: "#N/A" }]]);
  expect(session.window.document.body.textContent).toContain("“Status”");
  const buttons = [...session.window.document.querySelectorAll("button")];
  const repair = buttons.find(({ textContent }) => textContent?.trim() === "Repair");
  if (!repair) throw new Error("the pane offers no Repair");
  repair.click();
  await session.settled();
  expect(session.values("Sheet1!B1:B2")).toEqual(answers);
  expect(valuesOf("Annex_2023_09_A")).toEqual(annex);
});

/** The sheet "Try it" of Help, made by the built add-in on the local Excel. */
import type { HeadlessExcel } from "local-excel";
import { openAddin } from "../../tools/session";

const PATIENCE_MS = 120_000;
let session: HeadlessExcel;

afterEach(() => {
  session.close();
});

async function pressSample(): Promise<void> {
  const { document } = session.window;
  const help = document.querySelector<HTMLDetailsElement>("details:has(#section-help), #section-help");
  if (help) help.open = true;
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end;) {
    await session.settled();
    const button = document.querySelector<HTMLButtonElement>("[data-action=sample-sheet]");
    if (button) {
      button.click();
      await session.settled();
      return;
    }
  }
  throw new Error("Help has no button for the sheet.");
}

test("shows every formula as text with its answer, and follows another item; pressed again, it keeps what was typed", async () => {
  session = await openAddin();
  await session.runAction("showHelp");
  await pressSample();
  const rows = () => session.values("'Try it'!A1:C40");
  // Formulas are shown with the list separator of the user's settings.
  const answerOf = (formula: string) => rows().find(([text]) => String(text).replaceAll(";", ",") === formula)?.[1];
  expect(answerOf("=SG17.STATUS($B$4)")).toBe("Approved");
  expect(answerOf("=SG17.TITLE($B$4)")).toBe("Security requirements for 5G message service");
  expect(answerOf("=SG17.CANBECOME($B$4,$B$5)")).toBe(false);
  expect(Number(answerOf("=SG17.COUNT($B$5,$B$6)"))).toBeGreaterThan(0);
  const table = rows().findIndex(([first]) => String(first).startsWith("=SG17.TABLE("));
  expect(rows()[table + 1]?.slice(0, 3)).toEqual(["Item", "Status", "Question"]);
  expect(rows()[table + 2]?.slice(1, 3)).toEqual(["Determined", "2/17"]);

  await session.enter("'Try it'!B4", "X.590");
  await session.settled();
  expect(answerOf("=SG17.STATUS($B$4)")).toBe("Consented");
  await pressSample();
  expect(answerOf("=SG17.STATUS($B$4)")).toBe("Consented");
});

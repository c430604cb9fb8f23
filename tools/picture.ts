/** Makes the pictures of README and docs/guide in docs/pictures, in one session of the workbench for each language. */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { openWorkbench, type Workbench } from "../tests/end-to-end/support";
import { ROOT } from "./build";

const FOLDER = path.join(ROOT, "docs/pictures");
const SHEET = "Work programme";

interface Scene {
  /** The picture's name, without .png. */
  name: string;
  /** Brings the workbench from the state of the previous scene to that of this one. */
  play: (workbench: Workbench) => Promise<void>;
}

const SCENES: readonly Scene[] = [
  {
    name: "loaded",
    play: async (workbench) => {
      await workbench.press("Load");
      await workbench.waitForSheet("Checks");
      await workbench.ready();
      await workbench.showSheet(SHEET);
      await workbench.goTo("A5");
    },
  },
  {
    name: "workbench",
    play: async (workbench) => {
      const status = await workbench.addressOf(SHEET, { Item: "X.590" }, "Status");
      // Some rows further first, so that the row of interest ends up in the middle.
      await workbench.goTo(status.replace(/\d+/, (row) => String(Number(row) + 6)));
      await workbench.type(status, "Determined");
      await (await workbench.pane()).locator("li.note summary").first().click();
      await workbench.waitForText(SHEET, status, "Consented");
      await workbench.goTo(status);
    },
  },
  {
    name: "find",
    play: async (workbench) => {
      const pane = await workbench.pane();
      await pane.getByRole("tab", { name: "Find" }).click();
      // The pane follows the sheet, so it shows the card of the row that was edited.
      await pane.getByRole("button", { name: "Back to the list" }).click();
      await pane.getByLabel("Find a work item").fill("5G message");
      await pane.getByRole("button", { name: /X\.1817/ }).click();
      await pane.getByRole("heading", { name: "Possible next steps" }).waitFor();
    },
  },
  {
    name: "generated",
    play: async (workbench) => {
      const pane = await workbench.pane();
      await pane.getByLabel("Current meeting").selectOption("2023-09");
      const before = await workbench.sheetNames();
      await workbench.press("Generate");
      await workbench.page.waitForFunction(
        (count) =>
          (window as unknown as { localExcel: { sheetNames(): string[] } }).localExcel.sheetNames().length > count,
        before.length,
      );
    },
  },
  {
    name: "decisions",
    play: async (workbench) => {
      const pane = await workbench.pane();
      await pane.getByLabel("Current meeting").selectOption("2024-03");
      await workbench.press("Decisions");
      await workbench.waitForSheet("2024-03 Decisions");
      await pane
        .getByLabel("Paste decisions")
        .fill("TAP approved:\nX.1150\nX.1221\nX.1222, approval postponed\nX.590 determined");
      await pane.getByRole("button", { name: "Add to the list" }).click();
      await pane.getByText("3 rows are accepted, 1 refused").waitFor();
    },
  },
  {
    name: "differences",
    play: async (workbench) => {
      await workbench.showSheet(SHEET);
      const title = await workbench.addressOf(SHEET, { Item: "X.1817" }, "Title");
      await workbench.type(title, "Security requirements for 5G messages");
      await workbench.press("Load");
      const pane = await workbench.pane();
      await pane.getByText("1 difference", { exact: true }).waitFor();
      await pane.getByRole("button", { name: "Close", exact: true }).click();
      await pane.getByRole("button", { name: "Go to the cell" }).click();
      await workbench.ready();
    },
  },
];

const FRENCH_SCENES: readonly Scene[] = [
  {
    name: "french",
    play: async (workbench) => {
      await workbench.press("Charger");
      await workbench.waitForSheet("Checks");
      await workbench.ready();
      await workbench.showSheet(SHEET);
      const status = await workbench.addressOf(SHEET, { Item: "X.590" }, "Status");
      // Some rows further first, so that the row of interest ends up in the middle.
      await workbench.goTo(status.replace(/\d+/, (row) => String(Number(row) + 6)));
      await workbench.type(status, "Determined");
      await (await workbench.pane()).getByText("X.590 ne peut pas être").first().waitFor();
      await workbench.waitForText(SHEET, status, "Consented");
      await workbench.goTo(status);
    },
  },
];

/** Plays scenes one after the other and takes a picture of each. */
async function take(scenes: readonly Scene[], language: string): Promise<void> {
  const workbench = await openWorkbench({ viewport: { width: 1520, height: 860 }, language });
  try {
    for (const { name, play } of scenes) {
      await play(workbench);
      await workbench.ready();
      const file = path.join(FOLDER, `${name}.png`);
      await workbench.page.screenshot({ path: file, animations: "disabled", caret: "hide" });
      console.log(path.relative(ROOT, file));
    }
  } finally {
    await workbench.close();
  }
}

async function main(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  await take(SCENES, "en-US");
  await take(FRENCH_SCENES, "fr-FR");
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

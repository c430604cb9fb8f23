import { readFileSync } from "node:fs";
import { join } from "node:path";

import { builtFile } from "../built-files";
import { openLocalExcel } from "../headless";
import type { HeadlessExcel } from "../headless";
import { parseManifest } from "../manifest";

describe("an add-in without a shared runtime", () => {
  let local: HeadlessExcel;

  beforeEach(async () => {
    local = await openLocalExcel({ dist: join(__dirname, "fixtures", "separate") });
  });

  afterEach(() => {
    local.close();
  });

  it("has its pane, its functions and its commands in pages of their own, on any address of office.js", async () => {
    await local.enter("Sheet1!B1", "=CONTOSO.ADD(1,2)");
    await local.runAction("mark");
    const { host } = local.window as unknown as { host: string };
    expect([host, local.value("Sheet1!B1"), local.value("Sheet1!A1")]).toEqual(["Excel", 3, "marked"]);
  });

  it("keeps its functions while the pane is closed", async () => {
    local.closePane();
    await local.enter("Sheet1!B1", "=CONTOSO.ADD(1,2)");
    await local.runAction("mark");
    expect([local.value("Sheet1!B1"), local.value("Sheet1!A1")]).toEqual([3, "marked"]);
  });
});

it("a build is found where a development server serves it a second time", () => {
  const folder = join(__dirname, "fixtures", "small");
  expect(builtFile(folder, "public/functions.json")).toBe(join(folder, "functions.json"));
  expect(builtFile(folder, "public/nothing.json")).toBe(join(folder, "public", "nothing.json"));
  expect(builtFile(folder, "../separate/manifest.xml")).toBeUndefined();
});

it("a manifest may begin with a byte order mark", () => {
  const xml = readFileSync(join(__dirname, "fixtures", "separate", "manifest.xml"), "utf8");
  expect(parseManifest(`\uFEFF${xml}`).functionFile).toBe("https://localhost:3000/commands.html");
});

it("a unified manifest is refused by a sentence", () => {
  expect(() => parseManifest('\uFEFF{ "manifestVersion": "1.17" }')).toThrow("unified manifest");
});

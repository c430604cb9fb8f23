import type { HeadlessExcel } from "../headless";
import { openSmall } from "./open";

let local: HeadlessExcel;
let office: typeof Office;

beforeEach(async () => {
  local = await openSmall({ displayLanguage: "fr-FR" });
  office = (local.window as unknown as { Office: typeof Office }).Office;
});

afterEach(() => {
  local.close();
});

describe("Office around Excel", () => {
  it("says what it is", () => {
    const info = (local.window as unknown as { officeInfo: { host: string; platform: string } }).officeInfo;
    expect(info).toMatchObject({ host: "Excel", platform: "PC" });
    expect(office.context.displayLanguage).toBe("fr-FR");
    expect(office.context.contentLanguage).toBe("en-US");
    expect(office.context.officeTheme.bodyBackgroundColor.toLowerCase()).toBe("#ffffff");
    expect(office.context.requirements.isSetSupported("SharedRuntime", "1.1")).toBe(true);
    expect(office.context.requirements.isSetSupported("ExcelApi", "1.18")).toBe(false);
  });

  it("shows and hides the pane, remembers how to start, enables buttons", async () => {
    const shown: boolean[] = [];
    local.excel.host.onPaneState = (visible) => shown.push(visible);
    await office.addin.hide();
    await office.addin.showAsTaskpane();
    expect(shown).toEqual([false, true]);
    await office.addin.setStartupBehavior(office.StartupBehavior.load);
    expect(await office.addin.getStartupBehavior()).toBe(office.StartupBehavior.load);
    await office.ribbon.requestUpdate({
      tabs: [{ id: "Tab", groups: [{ id: "Group", controls: [{ id: "HelloButton", enabled: false }] }] }],
    });
    await local.settled();
    expect(local.excel.host.ribbon.get("HelloButton")).toBe(false);
  });

  it("keeps document settings for the next page", async () => {
    office.context.document.settings.set("version", 3);
    await new Promise<void>((resolve) => {
      office.context.document.settings.saveAsync(() => {
        resolve();
      });
    });
    local.closePane();
    await local.openPane();
    const again = (local.window as unknown as { Office: typeof Office }).Office;
    expect(again.context.document.settings.get("version")).toBe(3);
  });
});

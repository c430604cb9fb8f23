import { localPage } from "../../workbench/addin-pages";

const OFFICE = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
const WANTED = '<script src="/local-excel/bridge.js"></script>';

describe("a page of the add-in, as the local Excel serves it", () => {
  it.each([
    ["as written", `<head><script src="${OFFICE}"></script></head>`],
    ["as a minifier leaves it", `<head><script src=${OFFICE}></script></head>`],
    ["with other attributes", `<head><script type="text/javascript" src='${OFFICE}'></script></head>`],
    ["in its debug form", `<head><script src="${OFFICE.replace("office.js", "office.debug.js")}"></script></head>`],
  ])("gets the bridge, and then office.js of this machine: %s", (_, html) => {
    const page = localPage(html);
    expect(page).toContain(WANTED);
    expect(page).toContain('src="/office/office.js"');
    expect(page).not.toContain("appsforoffice");
    expect(page.indexOf(WANTED)).toBeLessThan(page.indexOf("/office/office.js"));
  });

  it("stays as it is otherwise, its policy included", () => {
    const html = `<meta http-equiv=Content-Security-Policy content="script-src 'self' https://appsforoffice.microsoft.com"><script src="taskpane.js"></script>`;
    expect(localPage(html)).toBe(html);
  });
});

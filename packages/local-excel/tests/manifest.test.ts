import { readFileSync } from "node:fs";
import { join } from "node:path";

import { parseManifest } from "../manifest";

const xml = readFileSync(join(__dirname, "fixtures", "small", "manifest.xml"), "utf8");

describe("a manifest", () => {
  it("yields page, functions and ribbon with its resources filled in", () => {
    const manifest = parseManifest(xml);
    expect(manifest).toMatchObject({
      namespace: "SG17",
      runtimePage: "https://localhost:3000/page.html",
      runtimeLifetime: "long",
      functionsMetadata: "https://localhost:3000/functions.json",
      requirements: [{ set: "SharedRuntime", version: "1.1" }],
    });
    const [hello, pane] = manifest.tabs[0]?.groups[0]?.controls ?? [];
    expect(manifest.tabs[0]?.label).toBe("Small");
    expect(hello).toMatchObject({
      label: "Hello",
      tipText: "Says hello",
      action: { kind: "ExecuteFunction", functionName: "writeHello" },
    });
    expect(pane?.action).toEqual({ kind: "ShowTaskpane", page: "https://localhost:3000/page.html", title: "" });
  });

  it("speaks the language asked for where it can", () => {
    expect(parseManifest(xml, "fr-FR").tabs[0]?.groups[0]?.controls[0]?.label).toBe("Bonjour");
  });

  it("is refused when it is none", () => {
    expect(() => parseManifest("<a/>")).toThrow("no add-in manifest");
  });
});

import { readFileSync } from "node:fs";

import { API_SETS_FILE, readApiSets } from "../api-sets-tool";
import { apiSetOf, supports } from "../host/bridge/api-sets";
import { declaredClasses } from "../host/bridge/model";
import "../host/model/roots";

/** Classes of other parts of Office, outside the Excel namespace. */
const OUTSIDE = new Set([
  "CustomFunctions",
  "AddinInternalService",
  "AppRuntimeService",
  "AppRuntimePersistenceService",
  "RibbonButton",
  "RibbonTab",
  "DynamicRibbon",
]);

/** Members that go by another name on the wire: showGridlines, showHeadings and textOrientation. */
const WIRE_NAMES = new Set(["Worksheet.gridlines", "Worksheet.headings", "Style.orientation"]);

describe("the declared members", () => {
  it("have the API sets of the published types", () => {
    expect(JSON.parse(readFileSync(API_SETS_FILE, "utf8"))).toEqual(readApiSets());
  });

  it("exist in the published types, every one of them", () => {
    const unknown = declaredClasses()
      .filter(({ name }) => !OUTSIDE.has(name))
      .flatMap(({ name, properties, objects, methods }) =>
        [...Object.keys(properties ?? {}), ...Object.keys(objects ?? {}), ...Object.keys(methods ?? {})]
          .filter((member) => !member.startsWith("_") && apiSetOf(name, member) === undefined)
          .map((member) => `${name}.${member}`),
      );
    expect(unknown.filter((member) => !WIRE_NAMES.has(member))).toEqual([]);
  });
});

describe("versions", () => {
  it("compare part by part", () => {
    expect(supports({ ExcelApi: "1.10" }, "ExcelApi 1.9")).toBe(true);
    expect(supports({ ExcelApi: 1.9 }, "ExcelApi 1.10")).toBe(false);
    expect(supports({ ExcelApi: 1.17 }, "ExcelApiOnline 1.1")).toBe(false);
  });
});

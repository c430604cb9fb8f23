/** Prints how many members of Excel's API the local Excel has, by API set: `npm run coverage -w local-excel`. */
import sets from "./host/bridge/api-sets.json";
import { declaredClasses } from "./host/bridge/model";
import type { ClassModel } from "./host/bridge/model";
import "./host/model/roots";

/** Properties that every object and collection of the client runtime has. */
const OF_RUNTIME = new Set(["isNullObject", "items"]);
/** Events that the runtime registers nowhere; the host raises them all the same. */
const UNREGISTERED = new Set([
  "Binding.onDataChanged",
  "Binding.onSelectionChanged",
  "SettingCollection.onSettingsChanged",
  "Workbook.onSelectionChanged",
]);

const classes = new Map(declaredClasses().map((model) => [model.name, model]));

function has({ name, properties, objects, methods, item }: ClassModel, member: string): boolean {
  const event = /^on([A-Z].*)$/.exec(member)?.[1];
  if (event !== undefined) {
    const registrations = [`_register${event}Event`, `_registerData${event}Event`, `_registerEvent${event}`];
    return UNREGISTERED.has(`${name}.${member}`) || registrations.some((one) => one in (methods ?? {}));
  }
  return (
    [properties, objects, methods].some((members) => member in (members ?? {})) || (member === "getItem" && !!item)
  );
}

const counts = new Map<string, { known: number; all: number }>();
for (const [className, members] of Object.entries(sets)) {
  for (const [member, set] of Object.entries(members)) {
    if (OF_RUNTIME.has(member)) continue;
    const count = counts.get(set) ?? { known: 0, all: 0 };
    const model = classes.get(className);
    counts.set(set, { known: count.known + (model && has(model, member) ? 1 : 0), all: count.all + 1 });
  }
}

/** The minor version of a set of ExcelApi; undefined for other sets. */
const minor = (set: string): number | undefined => {
  const digits = /^ExcelApi 1\.(\d+)$/.exec(set)?.[1];
  return digits === undefined ? undefined : Number(digits);
};
const versions = [...counts].filter(([set]) => minor(set) !== undefined);
for (const [set, { known, all }] of versions.sort(([a], [b]) => (minor(a) ?? 0) - (minor(b) ?? 0)))
  console.log(`${set}: ${String(known)} of ${String(all)}`);
const upTo17 = versions.filter(([set]) => (minor(set) ?? 0) <= 17).map(([, count]) => count);
const sum = (part: "known" | "all"): string => String(upTo17.reduce((total, count) => total + count[part], 0));
console.log(`Up to ExcelApi 1.17: ${sum("known")} of ${sum("all")}`);

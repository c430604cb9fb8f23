import { XMLParser } from "fast-xml-parser";

/** What the host and the workbench need of an add-in's XML manifest, with its resources filled in. */
export interface Manifest {
  readonly id: string;
  readonly version: string;
  readonly displayName: string;
  readonly description: string;
  /** Namespace of the custom functions; "" without functions. */
  readonly namespace: string;
  /** The page of the shared runtime: pane, commands and functions in one. Without a shared runtime, the pane's page. */
  readonly runtimePage: string;
  /** The page in which the custom functions run; "" without functions. */
  readonly functionsPage: string;
  /** The page that holds the functions of ribbon buttons; "" where there is none of its own. */
  readonly functionFile: string;
  readonly runtimeLifetime: string;
  /** Address of functions.json; "" without functions. */
  readonly functionsMetadata: string;
  readonly functionsScript: string;
  readonly tabs: readonly RibbonTab[];
  readonly iconUrl: string;
  readonly requirements: readonly { readonly set: string; readonly version: string }[];
}

export interface RibbonTab {
  readonly id: string;
  readonly label: string;
  /** Whether the tab is one of Excel's own ("TabHome"). */
  readonly office: boolean;
  readonly groups: readonly RibbonGroup[];
}

export interface RibbonGroup {
  readonly id: string;
  readonly label: string;
  readonly icons: readonly RibbonIcon[];
  readonly controls: readonly RibbonControl[];
}

export interface RibbonIcon {
  readonly size: number;
  readonly url: string;
}

export interface RibbonControl {
  readonly id: string;
  readonly kind: "Button" | "Menu";
  readonly label: string;
  readonly tipTitle: string;
  readonly tipText: string;
  readonly icons: readonly RibbonIcon[];
  readonly action: RibbonAction;
  /** The entries of a menu. */
  readonly items: readonly RibbonControl[];
}

export type RibbonAction =
  | { readonly kind: "ExecuteFunction"; readonly functionName: string }
  | { readonly kind: "ShowTaskpane"; readonly page: string; readonly title: string }
  | { readonly kind: "none" };

type Node = Record<string, unknown>;

const LISTS = new Set([
  "Host",
  "Runtime",
  "ExtensionPoint",
  "CustomTab",
  "OfficeTab",
  "Group",
  "Control",
  "Item",
  "Set",
  "bt:Override",
  "bt:Set",
  "bt:Image",
  "bt:Url",
  "bt:String",
]);

/**
 * Reads a manifest.
 * @param language of the labels, "fr-FR"; where a resource has no override for it, its default counts
 * @throws Error when the text is no add-in manifest, or a unified one
 */
export function parseManifest(text: string, language = "en-US"): Manifest {
  const xml = text.replace(/^\uFEFF/, "");
  if (/^\s*\{/.test(xml)) {
    throw new Error("This is a unified manifest (JSON). The local Excel opens add-ins that have an XML manifest.");
  }
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: "@",
    parseAttributeValue: false,
    parseTagValue: false,
    isArray: (name) => LISTS.has(name),
  });
  const app = child(parser.parse(xml) as Node, "OfficeApp");
  if (!app) throw new Error("This is no add-in manifest: it has no OfficeApp element.");
  const outer = child(app, "VersionOverrides");
  // Version 1.1 stands inside version 1.0 and replaces it.
  const overrides = child(outer, "VersionOverrides") ?? outer;
  const resources = new Resources(child(overrides, "Resources"), language);
  const host = list(child(overrides, "Hosts"), "Host").find((one) => one["@xsi:type"] === "Workbook");
  const form = child(host, "AllFormFactors");
  const functions = list(form, "ExtensionPoint").find((one) => one["@xsi:type"] === "CustomFunctions");
  const runtime = list(child(host, "Runtimes"), "Runtime")[0];
  const desktop = child(host, "DesktopFormFactor");
  const points = list(desktop, "ExtensionPoint").filter((one) => one["@xsi:type"] === "PrimaryCommandSurface");
  const source = child(child(app, "DefaultSettings"), "SourceLocation");
  const shared = resources.get(runtime);
  const functionsPage = resources.get(child(child(functions, "Page"), "SourceLocation"));
  return {
    id: textOf(app["Id"]),
    version: textOf(app["Version"]),
    displayName: value(child(app, "DisplayName")),
    description: value(child(app, "Description")),
    namespace: resources.get(child(functions, "Namespace")),
    runtimePage: shared || value(source) || functionsPage,
    functionsPage: functions ? shared || functionsPage : "",
    functionFile: shared ? "" : resources.get(child(desktop, "FunctionFile")),
    runtimeLifetime: textOf(runtime?.["@lifetime"]),
    functionsMetadata: resources.get(child(child(functions, "Metadata"), "SourceLocation")),
    functionsScript: resources.get(child(child(functions, "Script"), "SourceLocation")),
    tabs: points.flatMap((point) => tabsOf(point, resources)),
    iconUrl: value(child(app, "IconUrl")),
    requirements: requirementsOf(child(overrides, "Requirements") ?? child(app, "Requirements")),
  };
}

/** Resources by id, in one language. */
class Resources {
  private readonly texts = new Map<string, string>();

  constructor(resources: Node | undefined, language: string) {
    for (const [group, name] of RESOURCE_GROUPS) {
      for (const item of list(child(resources, group), name)) {
        const override = list(item, "bt:Override").find((one) => one["@Locale"] === language);
        this.texts.set(textOf(item["@id"]), textOf((override ?? item)["@DefaultValue"] ?? override?.["@Value"]));
        if (override?.["@Value"] !== undefined) this.texts.set(textOf(item["@id"]), textOf(override["@Value"]));
      }
    }
  }

  get(node: Node | undefined): string {
    return this.texts.get(textOf(node?.["@resid"])) ?? "";
  }
}

const RESOURCE_GROUPS = [
  ["bt:Images", "bt:Image"],
  ["bt:Urls", "bt:Url"],
  ["bt:ShortStrings", "bt:String"],
  ["bt:LongStrings", "bt:String"],
] as const;

function tabsOf(point: Node, resources: Resources): RibbonTab[] {
  return [...list(point, "CustomTab"), ...list(point, "OfficeTab")].map((tab) => ({
    id: textOf(tab["@id"]),
    label: resources.get(child(tab, "Label")),
    office: list(point, "OfficeTab").includes(tab),
    groups: list(tab, "Group").map((group) => ({
      id: textOf(group["@id"]),
      label: resources.get(child(group, "Label")),
      icons: iconsOf(group, resources),
      controls: list(group, "Control").map((control) => controlOf(control, resources)),
    })),
  }));
}

function controlOf(control: Node, resources: Resources): RibbonControl {
  const tip = child(control, "Supertip");
  return {
    id: textOf(control["@id"]),
    kind: control["@xsi:type"] === "Menu" ? "Menu" : "Button",
    label: resources.get(child(control, "Label")),
    tipTitle: resources.get(child(tip, "Title")),
    tipText: resources.get(child(tip, "Description")),
    icons: iconsOf(control, resources),
    action: actionOf(child(control, "Action"), resources),
    items: list(child(control, "Items"), "Item").map((item) => controlOf(item, resources)),
  };
}

function actionOf(action: Node | undefined, resources: Resources): RibbonAction {
  switch (action?.["@xsi:type"]) {
    case "ExecuteFunction":
      return { kind: "ExecuteFunction", functionName: textOf(action["FunctionName"]) };
    case "ShowTaskpane":
      return {
        kind: "ShowTaskpane",
        page: resources.get(child(action, "SourceLocation")),
        title: resources.get(child(action, "Title")),
      };
    default:
      return { kind: "none" };
  }
}

function iconsOf(node: Node, resources: Resources): RibbonIcon[] {
  return list(child(node, "Icon"), "bt:Image").map((image) => ({
    size: Number(image["@size"]),
    url: resources.get(image),
  }));
}

function requirementsOf(requirements: Node | undefined): { set: string; version: string }[] {
  const sets = child(requirements, "bt:Sets") ?? child(requirements, "Sets");
  const all = [...list(sets, "bt:Set"), ...list(sets, "Set")];
  const minimum = textOf(sets?.["@DefaultMinVersion"]);
  return all.map((set) => ({ set: textOf(set["@Name"]), version: textOf(set["@MinVersion"]) || minimum }));
}

function child(node: Node | undefined, name: string): Node | undefined {
  const found = node?.[name];
  const first: unknown = Array.isArray(found) ? found[0] : found;
  return typeof first === "object" && first !== null ? (first as Node) : undefined;
}

function list(node: Node | undefined, name: string): Node[] {
  const found = node?.[name];
  if (found === undefined) return [];
  return (Array.isArray(found) ? found : [found]).filter((one): one is Node => typeof one === "object" && one !== null);
}

const textOf = (text: unknown): string => (typeof text === "string" ? text : "");
const value = (node: Node | undefined): string => textOf(node?.["@DefaultValue"]);

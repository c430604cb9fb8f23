/** The manifest as it stands and as a build makes it, judged offline: what Excel would silently refuse must fail here. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { functionsMetadata } from "../tools/functions-metadata";
import { isSafeFunctionName } from "../src/domain/namespace";

const ROOT = path.resolve(__dirname, "..");
const DEVELOPMENT = "https://localhost:3000/";
const source = readFileSync(path.join(ROOT, "manifest.xml"), "utf8");

interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
}

/** fast-xml-parser's ordered form as a plain tree. */
function tree(nodes: Record<string, unknown>[]): Element[] {
  return nodes.flatMap((node) => {
    const name = Object.keys(node).find((key) => key !== ":@");
    if (name === undefined || name === "#text" || name.startsWith("?")) return [];
    const inner = node[name] as Record<string, unknown>[];
    const text = inner.map((child) => ("#text" in child ? String(child["#text"]) : "")).join("");
    const attributes = Object.fromEntries(
      Object.entries((node[":@"] ?? {}) as Record<string, unknown>).map(([key, value]) => [key, String(value)]),
    );
    return [{ name, attributes, children: tree(inner), text }];
  });
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseTagValue: false,
});

function all(root: Element[], name: string): Element[] {
  return root.flatMap((each) => [...(each.name === name ? [each] : []), ...all(each.children, name)]);
}

function resources(root: Element[]): Map<string, string> {
  const strings = ["bt:Image", "bt:Url", "bt:String"].flatMap((name) => all(root, name));
  return new Map(
    strings
      .filter((each) => each.attributes["id"])
      .map((each) => [each.attributes["id"] ?? "", each.attributes["DefaultValue"] ?? ""]),
  );
}

/** Width and height of a PNG, from its header. */
function pngSize(file: string): [number, number] {
  const bytes = readFileSync(file);
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

const root = tree(parser.parse(source) as Record<string, unknown>[]);

describe("manifest.xml", () => {
  it("is well-formed", () => expect(XMLValidator.validate(source)).toBe(true));

  it("defines every resource it refers to, and uses every one it defines", () => {
    const defined = resources(root);
    const used = new Set<string>();
    const visit = (elements: Element[]) => {
      for (const element of elements) {
        if (element.attributes["resid"]) used.add(element.attributes["resid"]);
        visit(element.children);
      }
    };
    visit(root);
    expect([...used].filter((id) => !defined.has(id))).toEqual([]);
    expect([...defined.keys()].filter((id) => !used.has(id))).toEqual([]);
  });

  it("gives no id twice", () => {
    const ids = [
      ...all(root, "Control"),
      ...all(root, "Group"),
      ...["bt:Image", "bt:Url", "bt:String"].flatMap((name) => all(root, name)),
    ]
      .map((each) => each.attributes["id"])
      .filter((id) => id !== undefined);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it("keeps ids and texts within Excel's lengths, in every language", () => {
    for (const id of resources(root).keys()) expect(id.length).toBeLessThanOrEqual(32);
    const limits: [string, number][] = [
      ["bt:ShortStrings", 125],
      ["bt:LongStrings", 250],
      ["bt:Urls", 2048],
    ];
    for (const [group, limit] of limits) {
      for (const list of all(root, group)) {
        for (const each of list.children.flatMap((child) => [child, ...child.children])) {
          const text = each.attributes["DefaultValue"] ?? each.attributes["Value"] ?? "";
          expect([text, text.length <= limit]).toEqual([text, true]);
        }
      }
    }
    for (const control of all(root, "Control"))
      expect((control.attributes["id"] ?? "").length).toBeLessThanOrEqual(125);
    expect(all(root, "Description")[0]?.attributes["DefaultValue"]?.length).toBeLessThanOrEqual(250);
  });

  it("has one page for pane, commands and functions, or the shared runtime silently does not load", () => {
    const residOf = (name: string) => all(root, name).map((each) => each.attributes["resid"]);
    expect(residOf("Runtime")).toEqual(["Taskpane.Url"]);
    expect(residOf("FunctionFile")).toEqual(["Taskpane.Url"]);
    expect(all(root, "Page").flatMap((each) => each.children.map((child) => child.attributes["resid"]))).toEqual([
      "Taskpane.Url",
    ]);
    // A pane that is open already would not learn of a press on a button that shows it.
    expect(all(root, "Action").map((each) => each.attributes["xsi:type"])).not.toContain("ShowTaskpane");
    expect(all(root, "Runtime")[0]?.attributes["lifetime"]).toBe("long");
    expect(all(root, "TaskpaneId")).toEqual([]);
    const host = all(root, "Host").find((each) => each.attributes["xsi:type"] === "Workbook");
    expect(host?.children[0]?.name).toBe("Runtimes");
  });

  it("asks for no more of Excel than the product cannot live without", () => {
    const sets = all(root, "Set").map((each) => [each.attributes["Name"], each.attributes["MinVersion"]]);
    expect(sets).toEqual([
      ["SharedRuntime", "1.1"],
      ["CustomFunctionsRuntime", "1.1"],
      ["ExcelApi", "1.9"],
    ]);
    expect(all(root, "Permissions")[0]?.text).toBe("ReadWriteDocument");
  });

  it("names commands that exist, and every command that exists", () => {
    const named = all(root, "FunctionName").map((each) => each.text);
    const commands = readFileSync(path.join(ROOT, "src", "commands", "index.ts"), "utf8");
    const table = /const COMMANDS.* = \{\n([\s\S]*?)\n\};/.exec(commands)?.[1] ?? "";
    const written = [...table.matchAll(/^ {2}(\w+)/gm)].map((match) => match[1]);
    expect([...new Set(named)].sort()).toEqual([...written].sort());
  });

  it("shows icons that exist, in the sizes it says", () => {
    for (const image of all(root, "bt:Image").filter((each) => each.attributes["size"])) {
      const url = resources(root).get(image.attributes["resid"] ?? "") ?? "";
      const file = path.join(ROOT, url.replace(DEVELOPMENT, ""));
      expect([file, existsSync(file)]).toEqual([file, true]);
      const size = Number(image.attributes["size"]);
      expect([file, ...pngSize(file)]).toEqual([file, size, size]);
    }
    for (const icons of all(root, "Icon")) {
      expect(icons.children.map((each) => each.attributes["size"])).toEqual(["16", "32", "80"]);
    }
  });

  it("has addresses of one origin, over https", () => {
    const addresses = source.match(/"https?:\/\/(?!schemas|www\.w3)[^"]*"/g) ?? [];
    expect(addresses.length).toBeGreaterThan(10);
    for (const address of addresses) expect(address.slice(1)).toMatch(/^https:\/\/localhost:3000\//);
  });

  it("has a namespace of at most 32 characters", () => {
    const namespace = resources(root).get("Functions.Namespace") ?? "";
    expect(namespace).toMatch(/^[A-Z][A-Z0-9_]{0,31}$/);
    // SG17 is also a cell: the risk is carried openly, with SG_17 as the build to fall back to.
    expect(isSafeFunctionName("SG_17")).toBe(true);
  });
});

describe("a build's manifest", () => {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- webpack's configuration is CommonJS
  const { manifestFor } = require("../webpack.config.js") as {
    manifestFor(text: string, options: { url: string; namespace: string }): string;
  };
  const built = manifestFor(source, { url: "https://add-ins.example.org/sg17/", namespace: "SG_17" });

  it("knows nothing of localhost", () => expect(built).not.toContain("localhost"));
  it("bears the namespace and the version of the build", () => {
    const { version } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")) as { version: string };
    const builtRoot = tree(parser.parse(built) as Record<string, unknown>[]);
    expect(resources(builtRoot).get("Functions.Namespace")).toBe("SG_17");
    expect(all(builtRoot, "Version")[0]?.text).toBe(`${version}.0`);
  });
});

describe("functions.json", () => {
  const metadata = functionsMetadata("en", DEVELOPMENT) as {
    functions: { id: string; name: string; parameters: { name: string; customEnumId?: string; optional?: true }[] }[];
    enums: { id: string; values: { name: string; stringValue: string }[] }[];
  };

  it("is the public contract: names and the order of arguments", () => {
    expect(
      metadata.functions.map(({ name, parameters }) => {
        const names = parameters.map((each) => (each.optional ? `[${each.name}]` : each.name));
        return `${name}(${names.join(", ")})`;
      }),
    ).toMatchSnapshot();
  });
  it("is what Excel registers", () => expect(metadata).toMatchSnapshot());
  it("has no name that Excel would read as a cell", () => {
    for (const { id, name } of metadata.functions) {
      expect([name, isSafeFunctionName(name), name === id]).toEqual([name, true, true]);
    }
  });
  it("offers only words it defines, under ids of Excel's form", () => {
    const ids = metadata.enums.map((each) => each.id);
    for (const id of ids) expect(id).toMatch(/^[A-Za-z][A-Za-z0-9._]{2,63}$/);
    for (const { parameters } of metadata.functions) {
      for (const { customEnumId } of parameters) if (customEnumId !== undefined) expect(ids).toContain(customEnumId);
    }
  });
});

describe("functions-fr.json", () => {
  interface Described {
    description: string;
    parameters: { description: string }[];
  }
  const [english, french] = (["en", "fr"] as const).map(
    (language) => (functionsMetadata(language, DEVELOPMENT) as { functions: Described[] }).functions,
  );

  it("differs from functions.json in descriptions and addresses of help only", () => {
    const bare = (functions: Described[] | undefined) =>
      JSON.parse(
        JSON.stringify(functions, (key, value: unknown) =>
          ["description", "helpUrl"].includes(key) ? undefined : value,
        ),
      ) as unknown;
    expect(bare(french)).toEqual(bare(english));
  });
  it("has every description in French", () => {
    const descriptions = (functions: Described[] | undefined) =>
      (functions ?? []).flatMap(({ description, parameters }) => [
        description,
        ...parameters.map((each) => each.description),
      ]);
    const same = new Set(descriptions(english));
    expect(descriptions(french).filter((text) => same.has(text))).toEqual([]);
  });
});

describe("a text of the manifest", () => {
  it("is the same in all French display languages of Office", () => {
    const overrides = (locale: string) =>
      [
        ...readFileSync(path.join(ROOT, "manifest.xml"), "utf8").matchAll(
          /<(?:bt:)?Override Locale="([^"]+)" Value="([^"]*)"/g,
        ),
      ]
        .filter(([, each]) => each === locale)
        .map(([, , value]) => value);
    expect(overrides("fr-FR")).not.toEqual([]);
    expect(overrides("fr-CA")).toEqual(overrides("fr-FR"));
  });
});

describe("a function's name", () => {
  it.each(["A1", "SG17", "XFD1048576", "R1C1", "R", "C", "r2c", "AB", "1ST", "A-B"])("%s is refused", (name) => {
    expect(isSafeFunctionName(name)).toBe(false);
  });
  it.each(["STATUS", "SG_17", "CANBECOME", "ITEM.NAME"])("%s is taken", (name) => {
    expect(isSafeFunctionName(name)).toBe(true);
  });
});

/** Every member of Excel's API that the bundle uses, with the API set it needs, held against the manifest and the feature checks. */
import { readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

const ROOT = path.resolve(__dirname, "../..");

/** The requirement set of the manifest: all members up to it are available. */
function manifestLevel(): number {
  const manifest = readFileSync(path.join(ROOT, "manifest.xml"), "utf8");
  const found = /<Set Name="ExcelApi" MinVersion="1\.(\d+)"\/>/.exec(manifest);
  if (!found) throw new Error("The manifest asks for no ExcelApi.");
  return Number(found[1]);
}

/** Members above the manifest's level, by the feature check in src/excel/capabilities.ts that precedes their use. */
const CHECKED: Record<string, string> = {
  "WorksheetCollection.onRowSorted": "sortEvents",
  "Table.resize": "tableResize",
  "Range.getSpillParentOrNullObject": "spills",
  "Application.cultureInfo": "culture",
  "Application.decimalSeparator": "culture",
  "CultureInfo.load": "culture",
  "CultureInfo.name": "culture",
  "CultureInfo.datetimeFormat": "culture",
  "EntityCellValue.text": "entityCards",
  "EntityCellValue.type": "entityCards",
  "FormattedNumberCellValue.basicValue": "entityCards",
  "DatetimeFormatInfo.load": "culture",
  "DatetimeFormatInfo.shortDatePattern": "culture",
  "WorksheetChangedEventArgs.triggerSource": "triggerSource",
  "WorksheetCollection.onNameChanged": "sheetNameEvents",
  "WorksheetNameChangedEventArgs.nameAfter": "sheetNameEvents",
  "WorksheetNameChangedEventArgs.nameBefore": "sheetNameEvents",
  "WorksheetNameChangedEventArgs.worksheetId": "sheetNameEvents",
  "WorksheetCollection.onProtectionChanged": "triggerSource",
  "WorksheetProtectionChangedEventArgs.isProtected": "triggerSource",
  "WorksheetProtectionChangedEventArgs.worksheetId": "triggerSource",
};

interface Use {
  member: string;
  level: number;
  file: string;
}

/** The first API set that a declaration's comment names: "[Api set: ExcelApi 1.9]". */
function levelOf(declaration: ts.Node): number | null {
  const comment = declaration.getFullText().slice(0, declaration.getStart() - declaration.getFullStart());
  const named = /\[Api set: ExcelApi 1\.(\d+)\]/.exec(comment);
  return named ? Number(named[1]) : null;
}

function usesOf(): Use[] {
  const config = ts.readConfigFile(path.join(ROOT, "tsconfig.json"), (file) => readFileSync(file, "utf8"));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, ROOT);
  const files = ts.sys.readDirectory(path.join(ROOT, "src"), [".ts"]);
  const program = ts.createProgram(files, options);
  const checker = program.getTypeChecker();
  const uses = new Map<string, Use>();
  const note = (symbol: ts.Symbol | undefined, file: string): void => {
    const declaration = symbol?.declarations?.find((each) =>
      each.getSourceFile().fileName.includes("@types/office-js"),
    );
    const owner = declaration?.parent;
    if (!symbol || !declaration || !owner || !(ts.isClassDeclaration(owner) || ts.isInterfaceDeclaration(owner)))
      return;
    const level = levelOf(declaration) ?? levelOf(owner);
    if (level === null || !owner.name) return;
    const member = `${owner.name.text}.${symbol.name}`;
    uses.set(member, { member, level, file });
  };
  for (const source of program.getSourceFiles()) {
    if (!source.fileName.includes("/src/") || source.isDeclarationFile) continue;
    const file = path.relative(ROOT, source.fileName);
    const visit = (node: ts.Node): void => {
      if (ts.isPropertyAccessExpression(node)) note(checker.getSymbolAtLocation(node.name), file);
      if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
        const name = (node.propertyName ?? node.name).getText();
        note(checker.getTypeAtLocation(node.parent).getProperty(name), file);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return [...uses.values()].sort((a, b) => a.member.localeCompare(b.member));
}

describe("the members of Excel's API that src uses", () => {
  const uses = usesOf();
  const level = manifestLevel();

  it("are found by the compiler, dozens of them", () => {
    expect(uses.length).toBeGreaterThan(80);
    expect(uses.map(({ member }) => member)).toEqual(
      expect.arrayContaining(["Range.values", "Table.name", "Worksheet.name"]),
    );
  });

  it("are all in the set that the manifest requires, or used after a feature check", () => {
    const above = uses.filter((use) => use.level > level);
    expect(above.filter(({ member }) => !(member in CHECKED))).toEqual([]);
  });

  it("are checked for only where they are used, by a check of a set that has them", () => {
    const capabilities = readFileSync(path.join(ROOT, "src/excel/capabilities.ts"), "utf8");
    for (const [member, check] of Object.entries(CHECKED)) {
      const use = uses.find((each) => each.member === member);
      const asked = new RegExp(`${check}: has\\("ExcelApi", "1\\.(\\d+)"\\)`).exec(capabilities);
      expect([member, Number(asked?.[1]) >= (use?.level ?? Infinity)]).toEqual([member, true]);
    }
  });
});

/* The arrows of the house: functions, commands and taskpane stand on workbook and reading; both stand on programme; programme on nothing. */
const layer = (from, allowed) => ({
  name: `${from}-uses-only-${allowed.join("-") || "itself"}`,
  severity: "error",
  comment: `src/${from} may import from: ${[from, ...allowed].join(", ")}`,
  from: { path: `^src/${from}/` },
  to: { path: "^(src|local-excel|tests|tools)/", pathNot: `^src/(${[from, ...allowed].join("|")})/` },
});

module.exports = {
  forbidden: [
    { name: "no-circular", severity: "error", from: { path: "^src/" }, to: { circular: true } },
    {
      name: "no-circular-at-run-time",
      severity: "error",
      comment:
        "The local Excel's object model speaks of the host and the host of its objects: as types, which no program ever loads.",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    layer("programme", []),
    layer("reading", ["programme"]),
    layer("printing", ["programme"]),
    layer("workbook", ["programme"]),
    layer("functions", ["workbook", "reading", "programme"]),
    layer("commands", ["workbook", "reading", "printing", "programme"]),
    layer("taskpane", ["commands", "functions", "workbook", "reading", "printing", "programme"]),
    {
      name: "local-excel-knows-no-product",
      severity: "error",
      from: { path: "^local-excel/" },
      to: { path: "^(src|tests|tools)/" },
    },
    {
      name: "only-docx-and-mammoth-reach-the-bundle",
      severity: "error",
      from: { path: "^src/" },
      to: { dependencyTypes: ["npm", "npm-dev", "npm-no-pkg", "npm-unknown"], pathNot: "node_modules/(docx|mammoth)/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default"] },
  },
};

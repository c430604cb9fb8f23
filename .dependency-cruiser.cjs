/* Architecture: a folder may import only from those above it in the list of CONTRIBUTING.md. See docs/architecture.md. */
const layer = (from, allowed) => ({
  name: `${from}-uses-only-${allowed.join("-") || "itself"}`,
  severity: "error",
  comment: `src/${from} may import from: ${[from, ...allowed].join(", ")}`,
  from: { path: `^src/${from}/` },
  to: { path: "^(src|packages|tests|tools)/", pathNot: `^src/(${[from, ...allowed].join("|")})/` },
});

module.exports = {
  forbidden: [
    { name: "no-circular", severity: "error", from: { path: "^src/" }, to: { circular: true } },
    {
      name: "no-circular-at-run-time",
      severity: "error",
      comment:
        "The object model and the host of the local Excel refer to each other as types only, which are not loaded at run time.",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    layer("domain", []),
    layer("i18n", ["domain"]),
    layer("import", ["domain", "i18n"]),
    layer("export", ["domain", "i18n"]),
    layer("excel", ["domain", "i18n"]),
    layer("functions", ["excel", "import", "domain", "i18n"]),
    layer("commands", ["excel", "import", "export", "domain", "i18n"]),
    layer("taskpane", ["commands", "functions", "excel", "import", "export", "domain", "i18n"]),
    {
      name: "local-excel-knows-no-product",
      severity: "error",
      from: { path: "^packages/local-excel/" },
      to: { path: "^(src|tests|tools)/" },
    },
    {
      name: "local-excel-by-its-name-only",
      severity: "error",
      comment:
        "Outside its folder the package is imported as local-excel, local-excel/xlsx or local-excel/workbench (its exports).",
      from: { path: "^(src|tests|tools)/" },
      to: { path: "^packages/local-excel/", pathNot: "^packages/local-excel/((xlsx|workbench)/)?index[.]ts$" },
    },
    {
      name: "only-named-packages-reach-the-bundle",
      severity: "error",
      from: { path: "^src/" },
      to: {
        dependencyTypes: ["npm", "npm-dev", "npm-no-pkg", "npm-unknown"],
        pathNot: "node_modules/(docx|fflate|htmlparser2|lit-html)/",
      },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default"] },
  },
};

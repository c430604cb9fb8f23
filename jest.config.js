const compilerOptions = {
  module: "CommonJS",
  moduleResolution: "node10",
  verbatimModuleSyntax: false,
  isolatedModules: true,
  esModuleInterop: true,
  target: "ES2022",
};

/* The seeds are imported as text by webpack (asset/source) and by jest (this transform), so that tests read what ships. */
const transform = {
  "^.+\\.tsx?$": ["ts-jest", { tsconfig: compilerOptions, diagnostics: false }],
  // Published as ES modules only, which jest cannot require.
  "/node_modules/lit-html/.+\\.js$": [
    "ts-jest",
    { tsconfig: { ...compilerOptions, allowJs: true }, diagnostics: false },
  ],
  "/node_modules/(@univerjs|excelize-wasm)/.+\\.c?js$": "<rootDir>/tools/jest-native-transform.js",
  "\\.txt$": "<rootDir>/tools/jest-text-transform.js",
  "\\.css$": "<rootDir>/tools/jest-text-transform.js",
};

const setupFiles = ["<rootDir>/tools/jest-fixed-seed.js"];
const setupFilesAfterEnv = ["<rootDir>/tools/jest-time-limit.js"];
const transformIgnorePatterns = ["/node_modules/(?!@univerjs/|excelize-wasm/|lit-html/)"];

/** @type {import("jest").Config} */
module.exports = {
  projects: [
    {
      displayName: "node",
      testEnvironment: "<rootDir>/tools/jest-node-environment.js",
      testMatch: ["<rootDir>/tests/**/*.test.ts", "<rootDir>/packages/local-excel/tests/**/*.test.ts"],
      testPathIgnorePatterns: ["/node_modules/", "<rootDir>/tests/end-to-end/", "<rootDir>/tests/taskpane/"],
      setupFiles,
      setupFilesAfterEnv,
      transform,
      transformIgnorePatterns,
    },
    {
      displayName: "pane",
      testEnvironment: "jsdom",
      testMatch: ["<rootDir>/tests/taskpane/**/*.test.ts"],
      setupFiles,
      setupFilesAfterEnv,
      transform,
      transformIgnorePatterns,
    },
    {
      displayName: "browser",
      testEnvironment: "<rootDir>/tools/jest-node-environment.js",
      testMatch: ["<rootDir>/tests/end-to-end/**/*.test.ts"],
      setupFiles,
      setupFilesAfterEnv,
      transform,
      transformIgnorePatterns,
    },
  ],
};

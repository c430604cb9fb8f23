import fc from "fast-check";
import { namesIn, parentInTitle, parseDesignation } from "../../../src/domain/designations/designations";
import { nearKey, normaliseName } from "../../../src/domain/designations/normalise";
import { REAL_DESIGNATIONS } from "./real-designations";

describe("designations of published texts", () => {
  test.each(REAL_DESIGNATIONS)("%s is understood without an anomaly", (text) => {
    const designation = parseDesignation(text);
    expect(designation.product).not.toBeNull();
    expect(designation.anomalies).toEqual([]);
    expect(normaliseName(designation.canonical)).toBe(normaliseName(text.replace(/ \(\d\d\/\d{4}\)$/, "")));
  });
});

test("a canonical designation is its own canonical form", () => {
  const names = [...REAL_DESIGNATIONS, "X.805 Appendix II", "X.805 App.I", "X.1352Amd", "X Suppl. 39", "X.1250rev"];
  const canonical = names.map((name) => parseDesignation(name).canonical);
  expect(canonical.map((name) => parseDesignation(name).canonical)).toEqual(canonical);
});

describe("designations of work items", () => {
  test.each([
    [
      "X.1817 (X.5Gsec-message)",
      { canonical: "X.1817", number: "X.1817", provisional: "X.5Gsec-message", parent: null },
    ],
    ["X.sup39 (ex X.rdda)", { canonical: "X Suppl.39", product: "Supplement", ordinal: 39, formerly: ["X.rdda"] }],
    [
      "X.1500** (Amd.10 and) Amd. 11",
      { canonical: "X.1500 Amd.11", change: "amendment", parent: "X.1500", mark: "**" },
    ],
    ["X.1254 (revised)*", { canonical: "X.1254rev", change: "revision", parent: "X.1254", mark: "*" }],
    ["X.1080.1rev (2nd edition)", { canonical: "X.1080.1rev", change: "revision", parent: "X.1080.1" }],
    [
      "G.8132/ Y.1383 (revised)",
      { canonical: "G.8132/Y.1383rev", joint: ["G.8132", "Y.1383"], parent: "G.8132/Y.1383" },
    ],
    ["X.1352Amd", { canonical: "X.1352 Amd", change: "amendment", ordinal: null, parent: "X.1352" }],
    ["X.509 (2019) Amd.2", { canonical: "X.509 (2019) Amd.2", edition: "2019", ordinal: 2, parent: "X.509 (2019)" }],
    ["X.509 Cor. 2", { canonical: "X.509 Cor.2", change: "corrigendum", ordinal: 2, parent: "X.509" }],
    ["TR-BR_CF***", { product: "Technical Report", provisional: "TR-BR_CF", number: null }],
    ["XSTR.kdc_QKDN (ex TR.kdc_qkdn)", { product: "Technical Report", formerly: ["TR.kdc_qkdn"] }],
    ["HSTP.DS-gloss", { product: "Technical Paper" }],
    ["X.sup13-rev", { product: "Supplement", ordinal: 13, change: "revision" }],
    ["X.suppl.uc-dcc", { product: "Supplement", number: null, provisional: "X.suppl.uc-dcc" }],
    ["Z.Imp100", { product: "Implementers' guide" }],
    ["Z.100 Annex F1+", { product: "Annex", parent: "Z.100" }],
    ["(X.1098 (ex X.tis))", { canonical: "X.1098", formerly: ["X.tis"], anomalies: [] }],
  ])("%s", (text, expected) => {
    expect(parseDesignation(text)).toMatchObject(expected);
  });

  test.each([
    ["X.506 (ex X.migrate) (ex X.migrate)", "several-ex"],
    ["X.1284(X.afotak)", "missing-space"],
    ["revised X.1280", "word-before"],
    ["X.1081, Amd.2", "comma"],
    ["X.520 (eighth edition)", "edition-in-words"],
    ["X.srdidm (ex X.srdidm)", "ex-equals-name"],
    ["something else", "unrecognised"],
  ])("%s is reported as %s", (text, code) => {
    expect(parseDesignation(text).anomalies.map((anomaly) => anomaly.code)).toContain(code);
  });

  test("any text is parsed without an error, and its printed form is kept", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(parseDesignation(text).printed).toBe(text.replace(/\s+/g, " ").trim());
      }),
    );
  });

  test("all names that a text holds are found", () => {
    expect(namesIn("X.1817 (X.5Gsec-message)")).toEqual(["X.1817", "X.5Gsec-message"]);
    expect(namesIn("Y.4101/ Y.2067")).toEqual(["Y.4101/Y.2067", "Y.4101", "Y.2067"]);
  });
});

describe("the Recommendation mentioned in a title", () => {
  test.each([
    ["Supplement to X.1152: Use cases for digital COVID-19 certificates", "X.1152"],
    ["Supplement Recommendation ITU- T X.1148 - Requirements for data de-identification assurance", "X.1148"],
    ["Supplement 13 to ITU-T X.1051 - Supplement on information security management users' guide", "X.1051"],
    ["ITU-T X.805 – Supplement on Security guideline for mobile virtual network operator (MVNO)", "X.805"],
    ["Supplement to X.1254rev on use cases and high level abstract implementations", "X.1254rev"],
    ["Amendment to X.1352: Security requirements for Internet of things devices and gateways", "X.1352"],
    ["Information security controls based on ITU-T X.1051 for small organizations", null],
  ])("%s", (title, parent) => {
    expect(parentInTitle(title)).toBe(parent);
  });
});

describe("the key of a name", () => {
  test.each([
    [
      "X.1817",
      ["x.1817 ", "ITU-T X.1817", "Rec. ITU-T X.1817", "Recommendation ITU-T X.1817", "X.1817*", "\u00a0X.\u00a01817"],
    ],
    ["X.1333 Cor. 1", ["X.1333 Cor.1", "X.1333Cor1", "ITU-T X.1333 Corrigendum 1", "x.1333 cor 1"]],
    ["X.1352Amd", ["X.1352 Amd", "X.1352 Amd.", "X.1352 Amendment"]],
    ["X.sup39", ["X.Sup39", "X Suppl. 39", "X.Suppl.39", "Supplement 39 to ITU-T X-series Recommendations"]],
    ["X.5Gsec-message", ["x.5gsec\u2011message", "X.5Gsec\u2013message", "“X.5Gsec-message”"]],
    ["X.1254rev", ["X.1254 (revised)", "revised X.1254", "X.1254 Rev.", "X.1254-rev"]],
    ["X.1080.1rev", ["X.1080.1rev (2nd edition)"]],
    ["G.8132/Y.1383", ["G.8132/ Y.1383"]],
  ])("%s has many spellings", (name, spellings) => {
    for (const spelling of spellings) expect(normaliseName(spelling)).toBe(normaliseName(name));
  });

  test.each([
    ["X.sec_QKDN_tn", "X.sec-QKDN-tn"],
    ["XSTR.kdc_QKDN", "TR.kdc_qkdn"],
  ])("%s and %s are near, not equal", (a, b) => {
    expect(normaliseName(a)).not.toBe(normaliseName(b));
    expect(nearKey(a)).toBe(nearKey(b));
  });

  test("an amendment, a revision and another edition are not the Recommendation itself", () => {
    const keys = ["X.509", "X.509rev", "X.509 (2019)", "X.509 Amd.1", "X.509 (2019) Amd.1", "X.509 Cor.1"].map(
      normaliseName,
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("a key is its own key", () => {
    const words = fc.constantFrom(
      "X.",
      "1817",
      "(revised)",
      " ",
      "Amd",
      ".",
      "ITU-T",
      "Rec.",
      "rev",
      "Sup",
      "39",
      "*",
      "(",
      ")",
      "-",
      ",",
      "to",
    );
    const names = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(words).map((parts) => parts.join("")),
      fc.constantFrom(...REAL_DESIGNATIONS),
    );
    fc.assert(
      fc.property(names, (text) => normaliseName(normaliseName(text)) === normaliseName(text)),
      { numRuns: 2000 },
    );
  });
});

/** Name cells as reports print them (reading contract; how other documents differ). */
import { readName } from "../../src/import/name-cell";

type Expected = [
  cell: string,
  number: string | null,
  acronym: string | null,
  formerly: string | null,
  mark: string | null,
  printed?: string,
];

const CELLS: Expected[] = [
  ["X.1817\n(X.5Gsec-message)", "X.1817", "X.5Gsec-message", null, null, "X.1817 (X.5Gsec-message)"],
  ["X.1333 Cor. 1 Corrigendum 1 to X.1333: Security", "X.1333 Cor. 1", null, null, null, "X.1333 Cor. 1"],
  ["X.509 Cor.3 The Directory", "X.509 Cor.3", null, null, null, "X.509 Cor.3"],
  ["X.510 Amd.1", "X.510 Amd.1", null, null, null],
  ["X.500 (2019) Amd.1", "X.500 (2019) Amd.1", null, null, null],
  ["X.1352Amd Amendment to X.1352", "X.1352Amd", null, null, null, "X.1352Amd"],
  ["X.1500** (Amd.10 and) Amd. 11", "X.1500 Amd. 11", null, null, "**"],
  ["X.1500 Amd.12**", "X.1500 Amd.12", null, null, "**"],
  ["X.1254 (revised)*", "X.1254", null, null, "*"],
  ["X.1080.1rev\n(2nd edition)", "X.1080.1rev", null, null, null, "X.1080.1rev (2nd edition)"],
  ["X.sup39\n(ex X.rdda)", "X.sup39", null, "X.rdda", null, "X.sup39 (ex X.rdda)"],
  ["X.sup13-rev***", "X.sup13-rev", null, null, "***"],
  ["X.sup-1254rev***", null, "X.sup-1254rev", null, "***"],
  ["X.suppl.uc-dcc", null, "X.suppl.uc-dcc", null, null],
  ["TR-BR_CF***", null, "TR-BR_CF", null, "***"],
  ["HSTP.DS-gloss***", null, "HSTP.DS-gloss", null, "***"],
  ["TP.inno-2.0 Technical Paper: Description", null, "TP.inno-2.0", null, null, "TP.inno-2.0"],
  ["G.8132/ Y.1383 \n(revised)", "G.8132/Y.1383", null, null, null, "G.8132/ Y.1383 (revised)"],
  ["Y.4101/\nY.2067", "Y.4101/Y.2067", null, null, null, "Y.4101/Y.2067"],
  ["X.1284(X.afotak)", "X.1284", "X.afotak", null, null],
  ["(X.1098 (ex X.tis))", "X.1098", null, "X.tis", null],
  ["XSTR.kdc_QKDN (ex TR.kdc_qkdn)", null, "XSTR.kdc_QKDN", "TR.kdc_qkdn", null],
  ["revised X.1280", "X.1280", null, null, null],
  ["X.1400Rev", "X.1400Rev", null, null, null],
  ["ITU-T  X.1250", "X.1250", null, null, null, "ITU-T X.1250"],
  ["X.5Gsec-\nmessage Security requirements", null, "X.5Gsec-message", null, null, "X.5Gsec-message"],
  ["X.sec_QKDN\n_CM Security", null, "X.sec_QKDN_CM", null, null, "X.sec_QKDN_CM"],
  ["X.accsa\ndlt* Access security", null, "X.accsadlt", null, "*", "X.accsadlt*"],
  ["X.accsa\nqlt Access security", null, "X.accsaqlt", null, null, "X.accsaqlt"],
  ["X.1817 (X.5Gsec-\nmessage) Title", "X.1817", "X.5Gsec-message", null, null, "X.1817 (X.5Gsec-message)"],
  ["X.voLTEsec-1\nSecurity framework", null, "X.voLTEsec-1", null, null, "X.voLTEsec-1"],
];

it.each(CELLS.map((cell) => ({ text: cell[0], cell })))(
  "$text",
  ({ cell: [cell, number, acronym, formerly, mark, printed] }) => {
    expect(readName(cell)).toMatchObject({ number, acronym, formerly, mark, printedName: printed ?? cell });
  },
);

it("finds no name in a title", () => {
  expect(readName("Security requirements for AI systems")).toBeNull();
  expect(readName("")).toBeNull();
});

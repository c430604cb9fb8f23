/** Field rules on the text, its justifications and its supporters: F-30 to F-37. */
import { clause } from "../instruments";
import { FIGURES } from "../periods";
import { violationIf, type FieldRule } from "./field-rule";

/** "TD1262", "TD 83R5/1", "SG17-C421-R1", "R36", a link. */
const BASE_TEXT =
  /^((?:SG ?\d+-)?(?:C|TD|R) ?-?\d+(?:[ -]?R(?:ev\.? ?)?\d+)?(?:\/[\w-]+)?(?: \(Rev\.? ?\d+\))?|https?:\/\/\S+)$/i;
const OWN_ORGANIZATIONS = /\b(ISO|IEC|ITU|CCITT)\b/i;

export const TEXT_RULES: readonly FieldRule[] = [
  {
    id: "F-30",
    severity: "error",
    field: null,
    clauses: [clause("Res.1-2016", "9.3.4"), clause("A.8-2008", "3.3")],
    confidence: "confirmed",
    condition: "Determined or consented without a summary.",
    check: ({ item, details }) =>
      violationIf((item.status === "Determined" || item.status === "Consented") && details.summary === false),
  },
  {
    id: "F-31",
    severity: "error",
    field: "text",
    clauses: [clause("Res.1-2016", "9.3.3"), clause("A.8-2008", "3.2")],
    confidence: "confirmed",
    completeness: true,
    condition: "Determined, consented or agreed without the location of the text.",
    check: ({ item }) =>
      ["Determined", "Consented", "Agreed"].includes(item.status) && item.text === null
        ? { values: { status: item.status } }
        : null,
  },
  {
    id: "F-32",
    severity: "warning",
    field: "text",
    clauses: [clause("A.1-2016", "Annex A")],
    confidence: "confirmed",
    condition: "A text whose location is neither a contribution, a TD, a report nor a link.",
    check: ({ item }) =>
      item.text === null || item.text.split(/\s*(?:,|;|\band\b|&)\s*/).every((part) => BASE_TEXT.test(part))
        ? null
        : { values: { value: item.text } },
  },
  {
    id: "F-33",
    severity: "warning",
    field: "a5",
    clauses: [clause("A.5-2016", "6")],
    confidence: "second hand",
    condition:
      "Normative references outside ITU, ISO and IEC without an A.5 justification at determination, consent or approval.",
    check: ({ item, details }) =>
      violationIf(
        details.outsideNormativeReferences === true &&
          item.a5 === null &&
          ["Determined", "Consented", "Approved"].includes(item.status),
      ),
  },
  {
    id: "F-34",
    severity: "warning",
    field: "a5",
    clauses: [clause("A.25-2024")],
    confidence: "second hand",
    condition: "Equivalent to a text of an organization other than ISO, IEC and ITU, without an A.25 justification.",
    check: ({ item }) =>
      item.equivalent !== null && item.a5 === null && !OWN_ORGANIZATIONS.test(item.equivalent)
        ? { values: { value: item.equivalent } }
        : null,
  },
  {
    id: "F-35",
    severity: "error",
    field: null,
    clauses: [clause("A.1-2016", "1.4.7"), clause("A.1-2016", "Annex A")],
    confidence: "confirmed",
    condition:
      "A new work item without its justification: A.1 for TAP and AAP, A.13 for agreement; a remark for revisions, amendments and corrigenda.",
    check: ({ item, details }) => {
      if (details.justification === undefined || item.process === null) return null;
      const needed = item.process === "Agreement" ? "A.13" : "A.1";
      if (details.justification === needed) return null;
      const isNew = item.kind === "New";
      return { severity: isNew ? "error" : "info", values: { needed } };
    },
  },
  {
    id: "F-36",
    severity: "info",
    field: null,
    clauses: [clause("A.1-2016", "Annex A"), clause("Res.1-2016", "7.2.2")],
    confidence: "memory",
    condition: `Fewer than ${String(FIGURES.supportingMembers.amount)} supporting members; the instrument states the figure for Questions only.`,
    check: ({ details }) => {
      const least = FIGURES.supportingMembers.amount;
      return details.supporters !== undefined && details.supporters < least
        ? { values: { value: details.supporters, least } }
        : null;
    },
  },
  {
    id: "F-37",
    severity: "warning",
    field: "editors",
    clauses: [clause("A.1-2016", "1.4.7"), clause("A.1-2016", "Annex A")],
    confidence: "confirmed",
    completeness: true,
    condition: "No editor on a work item that is pending, under study, determined or consented.",
    check: ({ item }) =>
      violationIf(
        item.editors.length === 0 &&
          ["Pending confirmation", "Under study", "Determined", "Consented"].includes(item.status),
      ),
  },
];

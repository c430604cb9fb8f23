/** Field rules on the process, and on approval and agreement: F-11 to F-16, F-42, F-44. */
import { PROCESS_NEEDED } from "../process-fit";
import { clause } from "../instruments";
import { statusBefore, violationIf, type FieldRule } from "./field-rule";

export const PROCESS_RULES: readonly FieldRule[] = [
  {
    id: "F-11",
    severity: "error",
    field: "process",
    clauses: [clause("Res.1-2016", "9.3.1"), clause("A.8-2008", "3.1")],
    confidence: "confirmed",
    condition: "Determined without TAP, Consented without AAP, Agreed without Agreement; Approved with Agreement.",
    check: ({ item }) => {
      if (item.process === null) return null;
      const needed = PROCESS_NEEDED[item.status]?.process;
      const wrong = needed ? item.process !== needed : item.status === "Approved" && item.process === "Agreement";
      return wrong
        ? { values: { status: item.status, value: item.process, needed: needed ? [needed] : ["TAP", "AAP"] } }
        : null;
    },
  },
  {
    id: "F-12",
    severity: "error",
    field: "process",
    clauses: [clause("A.1-2016", "1.8.2.1"), clause("A.1-2016", "1.8.2.2")],
    confidence: "confirmed",
    condition:
      "Agreement for a Recommendation or an annex; a warning for an amendment whose title mentions an annex, which is integral, and for a text that was not approved and is agreed as another kind of text, until it has its name.",
    check: (subject) => {
      const { item, kind, details, designation } = subject;
      if (item.process !== "Agreement" || !kind) return null;
      const isIntegral = kind.change === "amendment" && details.integral === true;
      if (!isIntegral && !(kind.numbered && kind.decision === "approved")) return null;
      const isUnnamed = item.status === "Agreed" && statusBefore(subject)?.status === "Not approved";
      return { values: { designation }, ...(isIntegral || isUnnamed ? { severity: "warning" } : {}) };
    },
  },
  {
    id: "F-13",
    severity: "error",
    field: "process",
    clauses: [clause("Res.1-2016", "1bis"), clause("Res.1-2016", "9.7"), clause("A.1-2016", "1.8.2")],
    confidence: "confirmed",
    condition:
      "TAP or AAP for a Supplement, Technical Report, handbook or implementers' guide; a warning for a Technical Paper, and for an Erratum under any process.",
    check: ({ item, kind }) => {
      if (kind?.change === "erratum" && item.process !== null) return { severity: "warning", code: "F-13 erratum" };
      return (item.process === "TAP" || item.process === "AAP") && kind?.decision === "agreed"
        ? {
            severity: kind.product === "Technical Paper" ? "warning" : "error",
            values: { product: kind.product, value: item.process },
          }
        : null;
    },
  },
  {
    id: "F-14",
    severity: "warning",
    field: "process",
    clauses: [clause("A.1-2016", "1.8.2.1"), clause("A.1-2016", "1.8.2.3")],
    confidence: "confirmed",
    condition: "An amendment whose title mentions only an appendix, which is informative, under TAP or AAP.",
    check: ({ item, kind, details }) =>
      violationIf(
        kind?.change === "amendment" &&
          details.integral === false &&
          (item.process === "TAP" || item.process === "AAP"),
      ),
  },
  {
    id: "F-15",
    severity: "error",
    field: "process",
    clauses: [clause("Res.1-2016", "8.3"), clause("A.8-2008", "5.2")],
    confidence: "confirmed",
    condition: "The process differs from that at determination, consent or approval.",
    check: ({ item, events }) => {
      if (!["Determined", "Consented", "Approved"].includes(item.status) || item.process === null) return null;
      const given = events.filter((event) => event.to === item.status).at(-1)?.process ?? null;
      return given !== null && given !== item.process
        ? { values: { from: given, value: item.process, status: item.status } }
        : null;
    },
  },
  {
    id: "F-16",
    severity: "warning",
    field: "process",
    clauses: [clause("Res.1-2016", "8.1.1")],
    confidence: "confirmed",
    condition:
      "AAP for a text of series D (tariff and accounting principles), without a recorded decision of the study group; TAP for other series is the study group's practice.",
    check: ({ item, details }) => {
      if (details.numberingOrTariff === undefined || details.processDecisionRecorded === true) return null;
      const presumed = details.numberingOrTariff ? "TAP" : "AAP";
      const unexpected = details.numberingOrTariff ? "AAP" : "TAP";
      return item.process === unexpected ? { values: { value: unexpected, presumed } } : null;
    },
  },
  {
    id: "F-42",
    severity: "error",
    field: "status",
    clauses: [clause("Res.1-2016", "1bis"), clause("Res.1-2016", "9.7"), clause("A.1-2016", "1.8.2.3")],
    confidence: "confirmed",
    condition:
      "Agreed by a working party that may not agree it; a warning where it may on a condition that is not recorded.",
    check: ({ item, kind, details }) => {
      if (item.status !== "Agreed" || details.decidedBy !== "WP" || !kind) return null;
      if (kind.workingParty === "no") return { values: { product: kind.product } };
      if (kind.workingParty === "unknown")
        return { severity: "warning", code: "F-42 not read", values: { product: kind.product } };
      return details.workingPartyAuthorised === true
        ? null
        : { severity: "warning", code: "F-42 condition", values: { product: kind.product } };
    },
  },
  {
    id: "F-44",
    severity: "info",
    field: "process",
    clauses: [clause("practice")],
    confidence: "inferred",
    condition: "The mark printed after the name in the last report means another process.",
    check: ({ item, details }) =>
      details.mark !== undefined && item.process !== null && item.process !== details.markedProcess
        ? { values: { mark: details.mark || "(none)", value: item.process } }
        : null,
  },
];

/** Field rules on names and numbers: F-01 to F-06. */
import { designationOf } from "../../item-name";
import type { WorkItem } from "../../model";
import { nameHoldersOf } from "../name-holders";
import { clause } from "../instruments";
import { designationParts } from "../text-kinds";
import type { RuleContext } from "../types";
import type { FieldRule } from "./field-rule";

const PRACTICE = clause("practice");
const NUMBERED_STATUSES = ["Determined", "Consented", "Approved"];

/** Items that cannot have the same name as this one. An edition in progress beside one in force is allowed, as are editions of different years. */
function rivalsOf(name: string, item: WorkItem, context: RuleContext): WorkItem[] {
  const { owners, editions } = nameHoldersOf(name, item, context);
  const mine = nameHoldersOf(name, { key: "", studyGroup: item.studyGroup }, context);
  const isFree = mine.editions.includes(item) || mine.former.includes(item);
  const twins = editions.filter(({ since, status }) => since === item.since && status === item.status);
  return [...(isFree ? [] : owners), ...twins];
}

export const NAME_RULES: readonly FieldRule[] = [
  {
    id: "F-01",
    severity: "error",
    field: "item",
    clauses: [clause("A.12-2016", "2.1")],
    confidence: "confirmed",
    condition:
      "No name, or a name that another work item of the study group owns; editions of one number, and numbers assigned again, are allowed.",
    check: ({ item, designation, context }) => {
      if (designation === "") return {};
      const names = [item.number, item.name].filter((name): name is string => name !== null);
      const other = names.flatMap((name) => rivalsOf(name, item, context))[0];
      return other ? { code: "F-01 duplicate", values: { other: designationOf(other) } } : null;
    },
  },
  {
    id: "F-02",
    severity: "warning",
    field: "item",
    clauses: [PRACTICE],
    confidence: "inferred",
    condition: "A name without a recognised form.",
    check: ({ designation, kind }) => (designation !== "" && kind === null ? {} : null),
  },
  {
    id: "F-03",
    severity: "warning",
    field: "item",
    clauses: [PRACTICE],
    confidence: "inferred",
    condition: "More than one “(ex …)”, a space missing before it, or a former name equal to the present one.",
    check: ({ item, designation }) => {
      const odd = ["several-ex", "missing-space", "ex-equals-name"];
      const found = [item.number, item.name]
        .flatMap((name) => (name === null ? [] : designationParts(name).anomalies))
        .find(({ code }) => odd.includes(code));
      if (found) return { values: { part: found.part } };
      return item.aliases.includes(designation) ? { values: { part: designation } } : null;
    },
  },
  {
    id: "F-04",
    severity: "info",
    field: "item",
    clauses: [PRACTICE],
    confidence: "inferred",
    condition: "An amendment or corrigendum not written as X.509 (2019) Amd.2.",
    check: ({ designation, kind }) => {
      if (!kind?.numbered || (kind.change !== "amendment" && kind.change !== "corrigendum")) return null;
      const { canonical, edition } = designationParts(designation);
      return canonical !== designation || edition === null ? { values: { canonical } } : null;
    },
  },
  {
    id: "F-05",
    severity: "warning",
    field: "item",
    clauses: [clause("A.12-2016", "2.1"), PRACTICE],
    confidence: "inferred",
    condition: "Determined, consented or approved under a provisional name.",
    check: ({ item, kind }) =>
      item.number === null && NUMBERED_STATUSES.includes(item.status) && kind?.product === "Recommendation"
        ? { values: { status: item.status } }
        : null,
  },
  {
    id: "F-06",
    severity: "warning",
    field: "kind",
    clauses: [PRACTICE],
    confidence: "inferred",
    condition:
      "The kind does not match the name: a name ending in “rev” is a revision, and no other provisional name is.",
    check: ({ item, kind }) => {
      if (item.kind === null || kind === null) return null;
      const isRevision = item.kind === "Rev";
      const fits = kind.change === "revision" ? isRevision : !isRevision || (kind.change === null && kind.numbered);
      return fits ? null : { values: { value: item.kind } };
    },
  },
];

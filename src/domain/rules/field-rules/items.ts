/** Field rules on titles, parents and the life of a work item: F-38 to F-41, F-43, F-47. */
import { plainTitle, withoutKindOfText } from "../../merge/titles";
import { designationOf } from "../../item-name";
import { FIELDS, isEditable } from "../../item-fields";
import { clause } from "../instruments";
import { after } from "../periods";
import { approvalsBefore, parentsOf } from "../preconditions";
import { parentInName } from "../text-kinds";
import { twinsOf } from "../titles";
import type { FieldRule, Violation, Subject } from "./field-rule";

/** Capitals that are not a Roman numeral ("Appendix III"). */
const ACRONYM = /(?<![\w.-])(?![IVX]+(?![\w.-]))[A-Z]{2,}s?(?![\w.-])/;
/** Traces of wrong encodings: the replacement character, a single Ñ in place of a Mac dash, control characters, double spaces. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const DAMAGED = /\uFFFD|(?<=\s)\u00D1(?=\s)|[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]| {2,}/;

export const ITEM_RULES: readonly FieldRule[] = [
  {
    id: "F-38",
    severity: "warning",
    field: null,
    clauses: [clause("A.1-2016", "1.4.7")],
    confidence: "confirmed",
    condition: "Under study without any contribution in the interval of the last two study group meetings.",
    check: ({ item, details }) => (item.status === "Under study" && details.contributions === 0 ? {} : null),
  },
  {
    id: "F-39",
    severity: "error",
    field: "title",
    clauses: [clause("A.12-2016", "2.4"), clause("guide-2016", "6.3")],
    confidence: "confirmed",
    condition:
      "No title; a warning where another text has the same title and one of the two is still in progress, unless one is an edition, a change, a part or a supplement of the other; a remark for an acronym in capitals.",
    check: ({ item, context }) => {
      if (item.title.trim() === "") return {};
      const violations: Violation[] = [];
      const [twin] = twinsOf(item, context);
      if (twin) violations.push({ severity: "warning", code: "F-39 twice", values: { other: designationOf(twin) } });
      const acronym = ACRONYM.exec(withoutKindOfText(item.title));
      if (acronym) violations.push({ severity: "info", code: "F-39 acronym", values: { value: acronym[0] } });
      return violations;
    },
  },
  {
    id: "F-40",
    severity: "warning",
    field: "title",
    clauses: [clause("guide-2023")],
    confidence: "second hand",
    condition: "An amendment or corrigendum whose title differs from that of its Recommendation.",
    check: (subject) => {
      const { item, kind, context } = subject;
      if (kind?.change !== "amendment" && kind?.change !== "corrigendum") return null;
      const parent = parentsOf(item, context).find(({ title }) => title !== "");
      if (!parent || plainTitle(item.title) === plainTitle(parent.title)) return null;
      return { values: { title: parent.title } };
    },
  },
  {
    id: "F-41",
    severity: "warning",
    field: "parent",
    clauses: [clause("Res.1-2016", "9.3.9"), clause("A.8-2008", "3.7")],
    confidence: "confirmed",
    condition:
      "A revision or amendment of a text approved less than two years before; a remark where its editions are usually so close; corrigenda are exempt.",
    check: (subject) => {
      const { item, kind, context, since } = subject;
      if (kind?.change !== "amendment" && kind?.change !== "revision" && item.kind !== "Rev") return null;
      const [approved, previous] = approvalsBefore(item, context, since ?? context.date).reverse();
      if (approved === undefined || after(approved, "stability") <= (since ?? context.date)) return null;
      const isUsual = previous !== undefined && after(previous, "stability") > approved;
      return { values: { approved }, ...(isUsual ? { severity: "info" } : {}) };
    },
  },
  {
    id: "F-43",
    severity: "warning",
    field: "parent",
    clauses: [clause("A.1-2016", "1.8.2")],
    confidence: "confirmed",
    completeness: true,
    condition: "A supplement, amendment, corrigendum or implementers' guide without its Recommendation.",
    check: ({ item, kind }) => {
      if (kind === null) return null;
      const dependent =
        kind.change === "amendment" ||
        kind.change === "corrigendum" ||
        kind.product === "Supplement" ||
        kind.product === "Implementers' guide";
      // A supplement with its own number supplements the series and needs no Recommendation.
      const ofSeries = kind.product === "Supplement" && kind.numbered;
      return dependent && !ofSeries && item.parent === null && parentInName(item) === null ? {} : null;
    },
  },
  {
    id: "F-47",
    severity: "warning",
    field: "title",
    clauses: [clause("practice")],
    confidence: "confirmed",
    condition: "Characters damaged by an encoding, control characters, or double spaces.",
    check: ({ item }: Subject) => {
      for (const field of FIELDS.filter(isEditable)) {
        const value = field.value(item);
        if (typeof value === "string" && DAMAGED.test(value)) return { field: field.id, values: { value } };
      }
      return null;
    },
  },
];

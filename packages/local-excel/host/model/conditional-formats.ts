import { intersect, subtract } from "../a1";
import { NULL_OBJECT, defineClass, objectOf } from "../bridge/model";
import type { Call } from "../bridge/model";
import type { ConditionalFormatRule } from "../engine/sheet-state";
import type { TrackedRange } from "../engine/tracked-ranges";
import { itemNotFound } from "../errors";
import { areaOfRange, choice, number, rangeAt } from "./lookup";
import { requirePermission } from "./protection";

const TYPES = [
  "Custom",
  "DataBar",
  "ColorScale",
  "IconSet",
  "TopBottom",
  "PresetCriteria",
  "ContainsText",
  "CellValue",
] as const;

/** One conditional format of a sheet. */
export interface RuleSelf {
  readonly sheetId: string;
  readonly id: string;
}

function rulesOf(self: TrackedRange, call: Call): ConditionalFormatRule[] {
  const area = areaOfRange(self);
  return call.host.sheetState(self.sheetId).conditionalFormats.filter((rule) => intersect(rule.area, area));
}

/** @throws ItemNotFound when it was deleted */
export function conditionalFormat({ sheetId, id }: RuleSelf, call: Call): ConditionalFormatRule {
  const found = call.host.sheetState(sheetId).conditionalFormats.find((one) => one.id === id);
  if (!found) throw itemNotFound("the conditional format was deleted");
  return found;
}

/** Changes a conditional format, where the protection of its sheet permits it. */
export function editConditionalFormat(self: RuleSelf, call: Call, work: (rule: ConditionalFormatRule) => void): void {
  requirePermission(call.host, self.sheetId, "allowFormatCells");
  work(conditionalFormat(self, call));
  call.host.onConditionalFormats(self.sheetId);
}

/** A part of a conditional format that holds settings of its type: rule, text comparison and so on. */
function setting(name: string) {
  return {
    get: (self: RuleSelf, call: Call) => conditionalFormat(self, call).settings[name] ?? null,
    set: (self: RuleSelf, value: unknown, call: Call) => {
      editConditionalFormat(self, call, (rule) => {
        rule.settings[name] = value;
      });
    },
  };
}

const PARTS: Readonly<Record<string, { type: string; className: string }>> = {
  custom: { type: "Custom", className: "CustomConditionalFormat" },
  cellValue: { type: "CellValue", className: "CellValueConditionalFormat" },
  textComparison: { type: "ContainsText", className: "TextConditionalFormat" },
  dataBar: { type: "DataBar", className: "DataBarConditionalFormat" },
  colorScale: { type: "ColorScale", className: "ColorScaleConditionalFormat" },
  iconSet: { type: "IconSet", className: "IconSetConditionalFormat" },
  topBottom: { type: "TopBottom", className: "TopBottomConditionalFormat" },
  preset: { type: "PresetCriteria", className: "PresetCriteriaConditionalFormat" },
};

defineClass<RuleSelf>({
  name: "ConditionalFormat",
  id: ({ id }) => id,
  properties: {
    id: { get: ({ id }) => id },
    type: { get: (self, call) => conditionalFormat(self, call).type },
    priority: {
      get: (self, call) => conditionalFormat(self, call).priority,
      set: (self, value, call) => {
        editConditionalFormat(self, call, (rule) => {
          rule.priority = number(value, "priority");
        });
      },
    },
    stopIfTrue: {
      get: (self, call) => conditionalFormat(self, call).stopIfTrue,
      set: (self, value, call) => {
        editConditionalFormat(self, call, (rule) => {
          rule.stopIfTrue = value === true;
        });
      },
    },
  },
  objects: Object.fromEntries(
    Object.entries(PARTS).flatMap(([name, { type, className }]) => [
      [
        name,
        (self: RuleSelf, call: Call) => {
          if (conditionalFormat(self, call).type !== type)
            throw itemNotFound(`the conditional format is of type ${conditionalFormat(self, call).type}`);
          return objectOf(className, self);
        },
      ],
      [
        `${name}OrNullObject`,
        (self: RuleSelf, call: Call) =>
          conditionalFormat(self, call).type === type ? objectOf(className, self) : NULL_OBJECT,
      ],
    ]),
  ),
  methods: {
    delete: (self, _args, call) => {
      call.host.editState(self.sheetId, (state) => {
        state.conditionalFormats = state.conditionalFormats.filter(({ id }) => id !== self.id);
      });
      call.host.onConditionalFormats(self.sheetId);
      return null;
    },
    getRange: (self, _args, call) => rangeAt(call, self.sheetId, conditionalFormat(self, call).area),
    getRangeOrNullObject: (self, _args, call) => rangeAt(call, self.sheetId, conditionalFormat(self, call).area),
  },
});

/** The kinds that are made of a rule and a format; the others are in conditional-format-kinds.ts. */
const WITH_RULE = ["custom", "cellValue", "textComparison", "preset"];

for (const { className } of WITH_RULE.map((name) => PARTS[name]).filter((part) => part !== undefined)) {
  const own = className === "CustomConditionalFormat" ? {} : { rule: setting("rule") };
  const objects =
    className === "CustomConditionalFormat"
      ? { rule: (self: RuleSelf) => objectOf("ConditionalFormatRule", self) }
      : {};
  defineClass<RuleSelf>({
    name: className,
    properties: own,
    objects: { ...objects, format: (self) => objectOf("ConditionalRangeFormat", self) },
  });
}

defineClass<RuleSelf>({
  name: "ConditionalFormatRule",
  properties: { formula: setting("formula"), formulaLocal: setting("formula"), formulaR1C1: setting("formulaR1C1") },
});

defineClass<RuleSelf>({
  name: "ConditionalRangeFormat",
  objects: {
    fill: (self) => objectOf("ConditionalRangeFill", self),
    font: (self) => objectOf("ConditionalRangeFont", self),
  },
});

defineClass<RuleSelf>({
  name: "ConditionalRangeFill",
  properties: {
    color: {
      get: (self, call) => conditionalFormat(self, call).format.fill ?? "",
      set: (self, value, call) => {
        editConditionalFormat(self, call, ({ format }) => {
          format.fill = String(value);
        });
      },
    },
  },
  methods: {
    clear: (self, _args, call) => {
      editConditionalFormat(self, call, ({ format }) => {
        delete format.fill;
      });
      return null;
    },
  },
});

function font(name: string) {
  return {
    get: (self: RuleSelf, call: Call) => conditionalFormat(self, call).format.font?.[name] ?? null,
    set: (self: RuleSelf, value: unknown, call: Call) => {
      editConditionalFormat(self, call, ({ format }) => {
        format.font = { ...format.font, [name]: value };
      });
    },
  };
}

defineClass<RuleSelf>({
  name: "ConditionalRangeFont",
  properties: {
    bold: font("bold"),
    color: font("color"),
    italic: font("italic"),
    strikethrough: font("strikethrough"),
    underline: font("underline"),
  },
  methods: {
    clear: (self, _args, call) => {
      editConditionalFormat(self, call, ({ format }) => {
        delete format.font;
      });
      return null;
    },
  },
});

defineClass<TrackedRange>({
  name: "ConditionalFormatCollection",
  items: (self, call) =>
    rulesOf(self, call).map(({ id }) => objectOf("ConditionalFormat", { sheetId: self.sheetId, id })),
  item: (self, [id], call) => {
    conditionalFormat({ sheetId: self.sheetId, id: String(id) }, call);
    return objectOf("ConditionalFormat", { sheetId: self.sheetId, id: String(id) });
  },
  methods: {
    add: (self, [type], call) => {
      requirePermission(call.host, self.sheetId, "allowFormatCells");
      const id = `{${String(call.host.nextId()).padStart(8, "0")}-0000-0000-0000-000000000000}`;
      const added = {
        id,
        area: areaOfRange(self),
        type: choice(type, TYPES, "conditional format"),
        stopIfTrue: false,
        priority: 0,
        settings: {},
        format: {},
      };
      call.host.editState(self.sheetId, (state) => {
        for (const other of state.conditionalFormats) other.priority += 1;
        state.conditionalFormats = [added, ...state.conditionalFormats];
      });
      return objectOf("ConditionalFormat", { sheetId: self.sheetId, id });
    },
    clearAll: (self, _args, call) => {
      requirePermission(call.host, self.sheetId, "allowFormatCells");
      const cleared = areaOfRange(self);
      call.host.editState(self.sheetId, (state) => {
        state.conditionalFormats = state.conditionalFormats.flatMap((rule) =>
          subtract(rule.area, cleared).map((area) => ({ ...rule, area })),
        );
      });
      call.host.onConditionalFormats(self.sheetId);
      return null;
    },
    getCount: (self, _args, call) => rulesOf(self, call).length,
    getItemAt: (self, [index], call) => {
      const found = rulesOf(self, call)[number(index, "index")];
      if (!found) throw itemNotFound(`conditional format ${String(index)}`);
      return objectOf("ConditionalFormat", { sheetId: self.sheetId, id: found.id });
    },
    getItemOrNullObject: (self, [id], call) => {
      const found = rulesOf(self, call).find((one) => one.id === String(id));
      return found ? objectOf("ConditionalFormat", { sheetId: self.sheetId, id: found.id }) : NULL_OBJECT;
    },
  },
});

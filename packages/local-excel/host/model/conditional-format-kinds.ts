import { defineClass, objectOf } from "../bridge/model";
import type { Call, Property } from "../bridge/model";
import { invalidArgument } from "../errors";
import { color } from "./colors";
import { choice, flag } from "./lookup";
import { conditionalFormat, editConditionalFormat } from "./conditional-formats";
import type { RuleSelf } from "./conditional-formats";

type Check = (value: unknown, self: RuleSelf, call: Call) => unknown;

/** A setting of a conditional format, with what Excel gives it at first. */
function setting(name: string, initial: unknown, check: Check): Property<RuleSelf> {
  return {
    get: (self, call) => conditionalFormat(self, call).settings[name] ?? initial,
    set: (self, value, call) => {
      const checked = check(value, self, call);
      editConditionalFormat(self, call, (rule) => {
        rule.settings[name] = checked;
      });
    },
  };
}

const oneOf =
  (choices: readonly string[], what: string): Check =>
  (value) =>
    choice(value, choices, what);
const colorOf: Check = (value) => (value === "" ? "" : color(value));
const flagOf =
  (what: string): Check =>
  (value) =>
    flag(value, what);

/** Bounds of these types are found by Excel; the others need a formula. */
const WITHOUT_FORMULA = ["Automatic", "LowestValue", "HighestValue"];
const BOUND_TYPES = [...WITHOUT_FORMULA, "Number", "Percent", "Formula", "Percentile"];

interface Bound {
  readonly type?: unknown;
  readonly formula?: unknown;
  readonly color?: unknown;
}

/** @throws InvalidArgument for a bound of no type, or one that lacks its formula */
function bound(value: unknown, what: string, call: Call): Record<string, unknown> {
  const given = (value ?? {}) as Bound;
  const type = choice(given.type, BOUND_TYPES, `type of ${what}`);
  if (WITHOUT_FORMULA.includes(type)) return { type };
  const formula = String(given.formula ?? "");
  if (formula === "") throw invalidArgument(`${what} of type ${type} needs a formula`);
  if (formula.startsWith("=")) call.host.formulaRules.checked(formula);
  return { type, formula };
}

const boundOf =
  (what: string): Check =>
  (value, _self, call) =>
    bound(value, what, call);

const BAR = "#638EC6";
const RED = "#FF0000";

defineClass<RuleSelf>({
  name: "DataBarConditionalFormat",
  properties: {
    axisColor: setting("axisColor", "#000000", colorOf),
    axisFormat: setting("axisFormat", "Automatic", oneOf(["Automatic", "None", "CellMidPoint"], "axisFormat")),
    barDirection: setting("barDirection", "Context", oneOf(["Context", "LeftToRight", "RightToLeft"], "barDirection")),
    lowerBoundRule: setting("lowerBoundRule", { type: "Automatic" }, boundOf("lower bound")),
    upperBoundRule: setting("upperBoundRule", { type: "Automatic" }, boundOf("upper bound")),
    showDataBarOnly: setting("showDataBarOnly", false, flagOf("showDataBarOnly")),
  },
  objects: {
    positiveFormat: (self) => objectOf("ConditionalDataBarPositiveFormat", self),
    negativeFormat: (self) => objectOf("ConditionalDataBarNegativeFormat", self),
  },
});

defineClass<RuleSelf>({
  name: "ConditionalDataBarPositiveFormat",
  properties: {
    fillColor: setting("positiveFill", BAR, colorOf),
    borderColor: setting("positiveBorder", BAR, colorOf),
    gradientFill: setting("gradientFill", true, flagOf("gradientFill")),
  },
});

defineClass<RuleSelf>({
  name: "ConditionalDataBarNegativeFormat",
  properties: {
    fillColor: setting("negativeFill", RED, colorOf),
    borderColor: setting("negativeBorder", RED, colorOf),
    matchPositiveFillColor: setting("matchPositiveFill", false, flagOf("matchPositiveFillColor")),
    matchPositiveBorderColor: setting("matchPositiveBorder", false, flagOf("matchPositiveBorderColor")),
  },
});

/** Excel's red, yellow and green scale. */
const THREE_COLORS = {
  minimum: { type: "LowestValue", color: "#F8696B" },
  midpoint: { type: "Percentile", formula: "50", color: "#FFEB84" },
  maximum: { type: "HighestValue", color: "#63BE7B" },
};

const scalePoint = (value: unknown, what: string, call: Call): Record<string, unknown> => ({
  ...bound(value, what, call),
  color: color((value as Bound).color),
});

const scaleCriteria: Check = (value, _self, call) => {
  const { minimum, midpoint, maximum } = (value ?? {}) as Record<string, unknown>;
  return {
    minimum: scalePoint(minimum, "minimum", call),
    ...(midpoint === undefined || midpoint === null ? {} : { midpoint: scalePoint(midpoint, "midpoint", call) }),
    maximum: scalePoint(maximum, "maximum", call),
  };
};

const CRITERIA = setting("criteria", THREE_COLORS, scaleCriteria);

defineClass<RuleSelf>({
  name: "ColorScaleConditionalFormat",
  properties: {
    criteria: CRITERIA,
    threeColorScale: { get: (self, call) => "midpoint" in (CRITERIA.get?.(self, call) as object) },
  },
});

/** How many icons each set has. */
const ICON_COUNTS: Readonly<Record<string, number>> = { Three: 3, Four: 4, Five: 5 };
const ICON_SETS = [
  "ThreeArrows",
  "ThreeArrowsGray",
  "ThreeFlags",
  "ThreeTrafficLights1",
  "ThreeTrafficLights2",
  "ThreeSigns",
  "ThreeSymbols",
  "ThreeSymbols2",
  "FourArrows",
  "FourArrowsGray",
  "FourRedToBlack",
  "FourRating",
  "FourTrafficLights",
  "FiveArrows",
  "FiveArrowsGray",
  "FiveRating",
  "FiveQuarters",
  "ThreeStars",
  "ThreeTriangles",
  "FiveBoxes",
] as const;

const STYLE = setting("style", "ThreeTrafficLights1", oneOf(ICON_SETS, "icon set"));

const iconCount = (style: unknown): number => ICON_COUNTS[/^(Three|Four|Five)/.exec(String(style))?.[1] ?? ""] ?? 0;

/** The lowest icon needs no rule; the others begin at equal parts of the values, in percent. */
function defaultIcons(style: unknown): Record<string, unknown>[] {
  const count = iconCount(style);
  return Array.from({ length: count }, (_icon, index) => ({
    type: index === 0 ? "Invalid" : "Percent",
    operator: index === 0 ? "Invalid" : "GreaterThanOrEqual",
    formula: index === 0 ? "" : `=${String(Math.round((100 * index) / count))}`,
    customIcon: null,
  }));
}

const ICON_TYPES = ["Number", "Percent", "Formula", "Percentile"];

const iconCriteria: Check = (value, self, call) => {
  const style = STYLE.get?.(self, call);
  const given = Array.isArray(value) ? (value as Record<string, unknown>[]) : [];
  if (given.length !== iconCount(style)) throw invalidArgument(`${String(given.length)} criteria for ${String(style)}`);
  return given.map((criterion, index) => {
    const initial = defaultIcons(style)[index] ?? {};
    if (index === 0) return { ...initial, customIcon: criterion["customIcon"] ?? null };
    const formula = String(criterion["formula"] ?? "");
    if (formula === "") throw invalidArgument(`criterion ${String(index)} needs a formula`);
    return {
      type: choice(criterion["type"], ICON_TYPES, "type of the criterion"),
      operator: choice(criterion["operator"], ["GreaterThan", "GreaterThanOrEqual"], "operator"),
      formula,
      customIcon: criterion["customIcon"] ?? null,
    };
  });
};

defineClass<RuleSelf>({
  name: "IconSetConditionalFormat",
  properties: {
    style: {
      get: (self, call) => STYLE.get?.(self, call),
      set: (self, value, call) => {
        const style = choice(value, ICON_SETS, "icon set");
        editConditionalFormat(self, call, (rule) => {
          rule.settings["style"] = style;
          rule.settings["iconCriteria"] = defaultIcons(style);
        });
      },
    },
    criteria: {
      get: (self, call) =>
        conditionalFormat(self, call).settings["iconCriteria"] ?? defaultIcons(STYLE.get?.(self, call)),
      set: (self, value, call) => {
        const criteria = iconCriteria(value, self, call);
        editConditionalFormat(self, call, (rule) => {
          rule.settings["iconCriteria"] = criteria;
        });
      },
    },
    reverseIconOrder: setting("reverseIconOrder", false, flagOf("reverseIconOrder")),
    showIconOnly: setting("showIconOnly", false, flagOf("showIconOnly")),
  },
});

const LARGEST_RANK = 1000;

const rank: Check = (value) => {
  const { rank: count, type } = (value ?? {}) as Record<string, unknown>;
  if (typeof count !== "number" || !Number.isInteger(count) || count < 1 || count > LARGEST_RANK)
    throw invalidArgument(`rank ${String(count)}`);
  return { rank: count, type: choice(type, ["TopItems", "TopPercent", "BottomItems", "BottomPercent"], "type") };
};

defineClass<RuleSelf>({
  name: "TopBottomConditionalFormat",
  properties: { rule: setting("rule", { rank: 10, type: "TopItems" }, rank) },
  objects: { format: (self) => objectOf("ConditionalRangeFormat", self) },
});

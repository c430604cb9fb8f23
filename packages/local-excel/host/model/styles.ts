import { NULL_OBJECT, defineClass, objectOf } from "../bridge/model";
import type { Call, Property } from "../bridge/model";
import type { CellStyle } from "../engine/cell-styles";
import type { StyleGroup } from "../engine/excel-style";
import { itemNotFound } from "../errors";
import type { StyleRef } from "./format-target";
import { flag, number, text } from "./lookup";
import { ALIGNMENT, formatProperty } from "./range-format";

const styleOf = ({ cellStyle }: StyleRef, { host }: Call): CellStyle => host.cellStyles.get(cellStyle);

/** Whether a style includes a group of formats. */
function included(group: StyleGroup): Property<StyleRef> {
  return {
    get: (self, call) => styleOf(self, call).groups.has(group),
    set: (self, value, call) => {
      const style = styleOf(self, call);
      const others = [...style.groups].filter((other) => other !== group);
      style.groups = new Set(flag(value, "include") ? [...others, group] : others);
    },
  };
}

const NUMBER_FORMAT = formatProperty(
  (style) => style.n?.pattern ?? "General",
  (value) => ({ n: value === "General" ? null : { pattern: text(value, "numberFormat") } }),
);

defineClass<StyleRef>({
  name: "Style",
  id: ({ cellStyle }) => cellStyle,
  properties: {
    ...(ALIGNMENT as Readonly<Record<string, Property<StyleRef>>>),
    // What the runtime says when textOrientation is set.
    orientation: ALIGNMENT["textOrientation"] as Property<StyleRef>,
    name: { get: (self, call) => styleOf(self, call).name },
    builtIn: { get: (self, call) => styleOf(self, call).builtIn },
    numberFormat: NUMBER_FORMAT as Property<StyleRef>,
    numberFormatLocal: NUMBER_FORMAT as Property<StyleRef>,
    includeNumber: included("number"),
    includeFont: included("font"),
    includeAlignment: included("alignment"),
    includeBorder: included("border"),
    includePatterns: included("patterns"),
    includeProtection: included("protection"),
    locked: {
      get: (self, call) => styleOf(self, call).locked,
      set: (self, value, call) => {
        styleOf(self, call).locked = flag(value, "locked");
      },
    },
    formulaHidden: {
      get: (self, call) => styleOf(self, call).formulaHidden,
      set: (self, value, call) => {
        styleOf(self, call).formulaHidden = flag(value, "formulaHidden");
      },
    },
  },
  objects: {
    borders: (self) => objectOf("RangeBorderCollection", self),
    fill: (self) => objectOf("RangeFill", self),
    font: (self) => objectOf("RangeFont", self),
  },
  methods: {
    delete: ({ cellStyle }, _args, { host }) => {
      host.cellStyles.remove(cellStyle);
      return null;
    },
  },
});

const ref = (cellStyle: string) => objectOf("Style", { cellStyle });

defineClass<null>({
  name: "StyleCollection",
  items: (_self, { host }) => host.cellStyles.all().map(({ id }) => ref(id)),
  item: (_self, [name], { host }) => ref(host.cellStyles.get(String(name)).id),
  methods: {
    add: (_self, [name], { host }) => (host.cellStyles.add(text(name, "name")), null),
    getCount: (_self, _args, { host }) => host.cellStyles.all().length,
    getItemAt: (_self, [index], { host }) => {
      const found = host.cellStyles.all()[number(index, "index")];
      if (!found) throw itemNotFound(`cell style ${String(index)}`);
      return ref(found.id);
    },
    getItemOrNullObject: (_self, [name], { host }) => {
      const found = host.cellStyles.find(String(name));
      return found ? ref(found.id) : NULL_OBJECT;
    },
  },
});

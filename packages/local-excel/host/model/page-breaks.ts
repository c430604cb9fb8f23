import { areaOf } from "../a1";
import type { Area } from "../a1";
import { defineClass, objectOf } from "../bridge/model";
import type { Call, HostObject } from "../bridge/model";
import type { SheetState } from "../engine/sheet-state";
import { invalidArgument, itemNotFound } from "../errors";
import { areaFrom, number, rangeAt } from "./lookup";
import { requirePermission } from "./protection";

interface Breaks {
  readonly sheetId: string;
  /** Whether the page ends above a row, or left of a column. */
  readonly horizontal: boolean;
}

interface BreakSelf extends Breaks {
  /** The first line of the next page. */
  readonly line: number;
}

const breaksOf = (state: SheetState, horizontal: boolean): { area: Area }[] =>
  horizontal ? state.horizontalPageBreaks : state.verticalPageBreaks;
const lineOf = ({ startRow, startColumn }: Area, horizontal: boolean): number => (horizontal ? startRow : startColumn);

function edit({ sheetId, horizontal }: Breaks, call: Call, work: (breaks: { area: Area }[]) => { area: Area }[]): void {
  requirePermission(call.host, sheetId);
  call.host.editState(sheetId, (state) => {
    const next = work(breaksOf(state, horizontal));
    if (horizontal) state.horizontalPageBreaks = next;
    else state.verticalPageBreaks = next;
  });
}

/** The breaks of a sheet from its begin to its end. */
const selves = ({ sheetId, horizontal }: Breaks, { host }: Call): BreakSelf[] =>
  breaksOf(host.sheetState(sheetId), horizontal)
    .map(({ area }) => ({ sheetId, horizontal, line: lineOf(area, horizontal) }))
    .sort((one, other) => one.line - other.line);

const pageBreak = defineClass<BreakSelf>({
  name: "PageBreak",
  properties: {
    rowIndex: { get: ({ horizontal, line }) => (horizontal ? line : 0) },
    columnIndex: { get: ({ horizontal, line }) => (horizontal ? 0 : line) },
  },
  methods: {
    delete: (self, _args, call) => {
      edit(self, call, (breaks) => breaks.filter(({ area }) => lineOf(area, self.horizontal) !== self.line));
      return null;
    },
    getCellAfterBreak: ({ sheetId, horizontal, line }, _args, call) =>
      rangeAt(call, sheetId, horizontal ? areaOf(line, 0) : areaOf(0, line)),
  },
});

function itemAt(self: Breaks, index: unknown, call: Call): HostObject {
  const found = selves(self, call)[number(index, "index")];
  if (!found) throw itemNotFound(`page break ${String(index)}`);
  return pageBreak.of(found);
}

defineClass<Breaks>({
  name: "PageBreakCollection",
  items: (self, call) => selves(self, call).map((one) => objectOf("PageBreak", one)),
  item: (self, [index], call) => itemAt(self, index, call),
  methods: {
    add: (self, [range], call) => {
      const { sheetId, horizontal } = self;
      const { area } = areaFrom(call.host, sheetId, range);
      const line = lineOf(area, horizontal);
      if (line === 0) throw invalidArgument("no page can end before the first line");
      const cell = horizontal ? areaOf(line, 0) : areaOf(0, line);
      edit(self, call, (breaks) => [
        ...breaks.filter((other) => lineOf(other.area, horizontal) !== line),
        { area: cell },
      ]);
      return pageBreak.of({ sheetId, horizontal, line });
    },
    getCount: (self, _args, call) => selves(self, call).length,
    getItem: (self, [index], call) => itemAt(self, index, call),
    removePageBreaks: (self, _args, call) => (edit(self, call, () => []), null),
  },
});

import { MAX_COLUMNS, MAX_ROWS, intersect, subtract } from "../a1";
import type { Area } from "../a1";
import type { Call } from "../bridge/model";
import type { SheetState } from "../engine/sheet-state";
import type { TrackedRange } from "../engine/tracked-ranges";
import { invalidArgument } from "../errors";
import { areaOfRange, choice, number, sheetOf } from "./lookup";
import type { Members } from "./lookup";
import { requirePermission } from "./protection";

/** Excel's outline has seven levels of groups. */
const DEEPEST = 7;
const OPTIONS = ["ByRows", "ByColumns"] as const;
type Option = (typeof OPTIONS)[number];
type Groups = SheetState["rowGroups"];

const groupsOf = (state: SheetState, option: Option): Groups =>
  option === "ByRows" ? state.rowGroups : state.columnGroups;

function setGroups(state: SheetState, option: Option, groups: Groups): void {
  if (option === "ByRows") state.rowGroups = groups;
  else state.columnGroups = groups;
}

/** The whole rows or columns of a range. */
const linesOf = (area: Area, option: Option): Area =>
  option === "ByRows"
    ? { ...area, startColumn: 0, endColumn: MAX_COLUMNS - 1 }
    : { ...area, startRow: 0, endRow: MAX_ROWS - 1 };

/** In how many groups a line lies. */
export function outlineLevel(groups: Groups, option: Option, line: number): number {
  return groups.filter(({ area }) =>
    option === "ByRows"
      ? area.startRow <= line && line <= area.endRow
      : area.startColumn <= line && line <= area.endColumn,
  ).length;
}

function hide(call: Call, sheetId: string, option: Option, from: number, to: number, hidden: boolean): void {
  const sheet = sheetOf(call.host, sheetId);
  if (option === "ByRows") call.host.sheets.setRowsHidden(sheet, from, to, hidden);
  else call.host.sheets.setColumnsHidden(sheet, from, to, hidden);
}

const bounds = (area: Area, option: Option): [number, number] =>
  option === "ByRows" ? [area.startRow, area.endRow] : [area.startColumn, area.endColumn];

function group(self: TrackedRange, option: unknown, call: Call): void {
  const kind = choice(option, OPTIONS, "groupOption");
  requirePermission(call.host, self.sheetId);
  const area = linesOf(areaOfRange(self), kind);
  const groups = groupsOf(call.host.sheetState(self.sheetId), kind);
  const [from, to] = bounds(area, kind);
  for (let line = from; line <= to; line++) {
    if (outlineLevel(groups, kind, line) >= DEEPEST) throw invalidArgument("an outline has seven levels of groups");
    if (groups.length < DEEPEST) break;
  }
  call.host.editState(self.sheetId, (state) => {
    setGroups(state, kind, [...groups, { area }]);
  });
}

/** Takes the lines of a range out of their innermost groups. */
function ungroup(self: TrackedRange, option: unknown, call: Call): void {
  const kind = choice(option, OPTIONS, "groupOption");
  requirePermission(call.host, self.sheetId);
  const groups = groupsOf(call.host.sheetState(self.sheetId), kind);
  let open = [linesOf(areaOfRange(self), kind)];
  const left: Groups = [];
  for (const one of [...groups].reverse()) {
    const cut = open.map((area) => intersect(area, one.area)).filter((area) => area !== undefined);
    left.unshift(
      ...cut
        .reduce((parts, area) => parts.flatMap((part) => subtract(part, area)), [one.area])
        .map((area) => ({ area })),
    );
    open = cut.reduce((parts, area) => parts.flatMap((part) => subtract(part, area)), open);
  }
  if (JSON.stringify(left) === JSON.stringify(groups)) throw invalidArgument("the range has no groups");
  call.host.editState(self.sheetId, (state) => {
    setGroups(state, kind, left);
  });
}

function setDetails(self: TrackedRange, option: unknown, call: Call, hidden: boolean): void {
  const kind = choice(option, OPTIONS, "groupOption");
  requirePermission(call.host, self.sheetId);
  const lines = linesOf(areaOfRange(self), kind);
  for (const { area } of groupsOf(call.host.sheetState(self.sheetId), kind)) {
    const shared = intersect(area, lines);
    if (shared) hide(call, self.sheetId, kind, ...bounds(area, kind), hidden);
  }
}

/** Groups of rows and columns. */
export const RANGE_OUTLINE: Members<TrackedRange> = {
  group: (self, [option], call) => (group(self, option, call), null),
  ungroup: (self, [option], call) => (ungroup(self, option, call), null),
  hideGroupDetails: (self, [option], call) => (setDetails(self, option, call, true), null),
  showGroupDetails: (self, [option], call) => (setDetails(self, option, call, false), null),
};

/** Shows an outline down to a level; 0 leaves it as it is. Level 1 hides every group. */
function showLevels(sheetId: string, option: Option, level: number, call: Call): void {
  if (!Number.isInteger(level) || level < 0 || level > DEEPEST + 1) throw invalidArgument(`level ${String(level)}`);
  if (level === 0) return;
  const groups = groupsOf(call.host.sheetState(sheetId), option);
  const ends = groups.map(({ area }) => bounds(area, option));
  const cuts = [...new Set(ends.flatMap(([from, to]) => [from, to + 1]))].sort((one, other) => one - other);
  cuts.slice(0, -1).forEach((from, index) => {
    const depth = outlineLevel(groups, option, from);
    if (depth > 0) hide(call, sheetId, option, from, (cuts[index + 1] ?? from + 1) - 1, depth >= level);
  });
}

export const SHEET_OUTLINE: Members<string> = {
  showOutlineLevels: (sheetId, [rows, columns], call) => {
    showLevels(sheetId, "ByRows", number(rows, "rowLevels"), call);
    showLevels(sheetId, "ByColumns", number(columns, "columnLevels"), call);
    return null;
  },
};

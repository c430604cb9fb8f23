import type { Call } from "../bridge/model";
import { EVENT, WORKBOOK_TARGET } from "../events/event-numbers";

/** The wire names by which the runtime registers its events, and the numbers they are told under. */
const REGISTRATIONS: Readonly<Record<string, number>> = {
  ActivatedEvent: EVENT.activated,
  DeactivatedEvent: EVENT.deactivated,
  AddedEvent: EVENT.added,
  DeletedEvent: EVENT.deleted,
  CalculatedEvent: EVENT.calculated,
  DataChangedEvent: EVENT.changed,
  FormatChangedEvent: EVENT.formatChanged,
  FormulaChangedEvent: EVENT.formulaChanged,
  RowSortedEvent: EVENT.rowSorted,
  ColumnSortedEvent: EVENT.columnSorted,
  RowHiddenChangedEvent: EVENT.rowHiddenChanged,
  SelectionChangedEvent: EVENT.selectionChanged,
  SingleClickedEvent: EVENT.singleClicked,
  ProtectionChangedEvent: EVENT.protectionChanged,
  EventNameChanged: EVENT.nameChanged,
  EventVisibilityChanged: EVENT.visibilityChanged,
  EventMoved: EVENT.moved,
};

const TABLE_REGISTRATIONS: Readonly<Record<string, number>> = {
  AddedEvent: EVENT.tableAdded,
  DeletedEvent: EVENT.tableDeleted,
  DataChangedEvent: EVENT.tableChanged,
  SelectionChangedEvent: EVENT.tableSelectionChanged,
};

const COMMENT_REGISTRATIONS: Readonly<Record<string, number>> = {
  AddedEvent: EVENT.commentAdded,
  ChangedEvent: EVENT.commentChanged,
  DeletedEvent: EVENT.commentDeleted,
};

const CHART_REGISTRATIONS: Readonly<Record<string, number>> = {
  AddedEvent: EVENT.chartAdded,
  DeletedEvent: EVENT.chartDeleted,
  ActivatedEvent: EVENT.chartActivated,
  DeactivatedEvent: EVENT.chartDeactivated,
};

type EventMembers<T> = Record<string, (self: T, args: unknown[], call: Call) => null>;

function members<T>(registrations: Readonly<Record<string, number>>, target: (self: T) => string): EventMembers<T> {
  const result: EventMembers<T> = {};
  for (const [name, type] of Object.entries(registrations)) {
    result[`_register${name}`] = (self, _args, call) => {
      call.runtime.register(type, target(self));
      return null;
    };
    result[`_unregister${name}`] = (self, _args, call) => {
      call.runtime.unregister(type, target(self));
      return null;
    };
  }
  return result;
}

/** The registering members of worksheets and their collection. @param target the id events are told under */
export function sheetEvents<T>(target: (self: T) => string): EventMembers<T> {
  return members(REGISTRATIONS, target);
}

/** The registering members of tables and their collections. */
export function tableEvents<T>(target: (self: T) => string): EventMembers<T> {
  return members(TABLE_REGISTRATIONS, target);
}

/** The registering members of comments, of a sheet or of the workbook. */
export function commentEvents<T>(target: (self: T) => string): EventMembers<T> {
  return members(COMMENT_REGISTRATIONS, target);
}

/** The registering members of charts and their collections. */
export function chartEvents<T>(target: (self: T) => string): EventMembers<T> {
  return members(CHART_REGISTRATIONS, target);
}

/** The registering member of the workbook. */
export function workbookEvents<T>(): EventMembers<T> {
  return members({ ActivatedEvent: EVENT.workbookActivated }, () => WORKBOOK_TARGET);
}

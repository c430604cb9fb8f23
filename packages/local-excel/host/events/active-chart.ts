import type { Changes } from "../engine/changes";
import type { Origin } from "../engine/engine";
import { EVENT } from "./event-numbers";
import type { EventDispatcher } from "./event-dispatcher";

export interface ChartRef {
  readonly sheetId: string;
  readonly id: string;
}

/** The chart that is selected: at most one, until cells or another sheet are selected. */
export class ActiveChart {
  private active: ChartRef | undefined;

  constructor(
    changes: Changes,
    private readonly dispatcher: EventDispatcher,
  ) {
    changes.subscribe((change, origin) => {
      if (change.kind === "selected" || change.kind === "sheetActivated") this.set(undefined, origin);
    });
  }

  get current(): ChartRef | undefined {
    return this.active;
  }

  /** Selects a chart, or none. */
  set(chart: ChartRef | undefined, origin: Origin): void {
    const before = this.active;
    if (before?.id === chart?.id) return;
    this.active = chart;
    if (before) this.tell(EVENT.chartDeactivated, before, origin);
    if (chart) this.tell(EVENT.chartActivated, chart, origin);
  }

  private tell(type: number, { sheetId, id }: ChartRef, origin: Origin): void {
    this.dispatcher.objectEvent(type, sheetId, id, { chartId: id }, origin);
  }
}

import type { HostObject } from "../bridge/model";
import { apiNotFound } from "../errors";
import "./bindings";
import "./charts";
import "./comments";
import "./conditional-format-kinds";
import "./conditional-formats";
import "./data-validation";
import "./filters";
import "./names";
import "./page-breaks";
import "./page-layout";
import "./properties";
import "./range";
import "./range-areas";
import "./range-borders";
import "./range-font";
import "./slicers";
import "./styles";
import "./range-format";
import "./range-sort";
import "./range-view";
import "./table-scoped";
import "./tables";
import "./worksheet-parts";
import "./worksheets";
import { SERVICES } from "./services";
import { workbook } from "./workbook";

/** What `context.workbook` is. */
export function rootObject(): HostObject {
  return workbook.of(null);
}

/** Objects made by class name: the services beside the workbook. */
export function serviceObject(name: string): HostObject {
  const service = SERVICES[name];
  if (!service) throw apiNotFound(name);
  return service;
}

import { defineClass } from "../bridge/model";
import type { HostObject } from "../bridge/model";

/** The page's custom functions report here. */
const customFunctions = defineClass<null>({
  name: "CustomFunctions",
  outsideWorkbook: true,
  methods: {
    _setOsfControlContainerReadyForCustomFunctions: (_self, _args, { host, runtime }) => {
      runtime.functionsReady = true;
      host.functions.runtimeReady();
      return null;
    },
    // 2: shorter pauses between results; 3 and 4 belong to it.
    _getEnabledFeatures: () => [1, 2, 3, 4],
    setInvocationResults: (_self, [entries], { host }) => {
      host.functions.receive(entries as unknown[]);
      return null;
    },
    setInvocationArrayResults: (_self, [entries], { host }) => {
      host.functions.receive(entries as unknown[]);
      return null;
    },
  },
});

const addinInternalService = defineClass<null>({
  name: "AddinInternalService",
  outsideWorkbook: true,
  methods: { notifyActionHandlerReady: () => null },
});

const appRuntimeService = defineClass<null>({
  name: "AppRuntimeService",
  outsideWorkbook: true,
  methods: {
    setAppRuntimeState: (_self, [state], { host }) => {
      host.onPaneState(state === "Visible" || state === 3);
      return null;
    },
    getAppRuntimeState: () => "Visible",
  },
});

const appRuntimePersistenceService = defineClass<null>({
  name: "AppRuntimePersistenceService",
  outsideWorkbook: true,
  methods: {
    setAppRuntimeStartState: (_self, [state], { host }) => {
      host.startBehavior = String(state);
      return null;
    },
    getAppRuntimeStartState: (_self, _args, { host }) => host.startBehavior,
  },
});

const button = defineClass<string>({
  name: "RibbonButton",
  outsideWorkbook: true,
  properties: {
    id: { get: (id) => id },
    enabled: {
      get: (id, { host }) => host.ribbon.get(id) ?? true,
      set: (id, value, { host }) => {
        host.ribbon.set(id, value === true);
        host.onRibbon();
      },
    },
  },
});

const tab = defineClass<string>({
  name: "RibbonTab",
  outsideWorkbook: true,
  properties: { id: { get: (id) => id } },
  methods: {
    setVisibility: (id, [visible], { host }) => {
      host.ribbon.set(id, visible === true);
      host.onRibbon();
      return null;
    },
  },
});

const dynamicRibbon = defineClass<null>({
  name: "DynamicRibbon",
  outsideWorkbook: true,
  methods: {
    executeRequestUpdate: (_self, [json], { host }) => {
      const update = JSON.parse(String(json)) as RibbonUpdate;
      for (const { id, visible, controls, groups } of update.tabs ?? []) {
        if (visible !== undefined && id !== undefined) host.ribbon.set(id, visible);
        for (const control of [...(controls ?? []), ...(groups ?? []).flatMap((group) => group.controls ?? [])]) {
          if (control.enabled !== undefined) host.ribbon.set(control.id, control.enabled);
        }
      }
      host.onRibbon();
      return null;
    },
    getButton: (_self, [id]) => button.of(String(id)),
    getTab: (_self, [id]) => tab.of(String(id)),
  },
});

interface RibbonUpdate {
  tabs?: {
    id?: string;
    visible?: boolean;
    controls?: { id: string; enabled?: boolean }[];
    groups?: { controls?: { id: string; enabled?: boolean }[] }[];
  }[];
}

export const SERVICES: Readonly<Record<string, HostObject>> = {
  "Microsoft.ExcelServices.CustomFunctions": customFunctions.of(null),
  "Microsoft.InternalService.AddinInternalService": addinInternalService.of(null),
  "Microsoft.AppRuntime.AppRuntimeService": appRuntimeService.of(null),
  "Microsoft.AppRuntime.AppRuntimePersistenceService": appRuntimePersistenceService.of(null),
  "Microsoft.DynamicRibbon.DynamicRibbon": dynamicRibbon.of(null),
};

import { NULL_OBJECT, defineClass } from "../bridge/model";
import { invalidArgument, itemNotFound } from "../errors";
import { text } from "./lookup";

interface Entry {
  readonly key: string;
}

const setting = defineClass<Entry>({
  name: "Setting",
  id: ({ key }) => key,
  properties: {
    key: { get: ({ key }) => key },
    value: {
      get: ({ key }, { host }) => JSON.parse(host.settings.get(key) ?? "null") as unknown,
      set: ({ key }, value, { host, runtime }) => {
        host.settings.set(key, JSON.stringify(value));
        host.dispatcher.settingsChanged(runtime);
      },
    },
  },
  methods: {
    delete: ({ key }, _args, { host, runtime }) => {
      if (!host.settings.delete(key)) throw itemNotFound(`setting ${key}`);
      host.dispatcher.settingsChanged(runtime);
      return null;
    },
  },
});

const SETTINGS_LIMIT = 2 * 1024 * 1024;

defineClass<null>({
  name: "SettingCollection",
  items: (_self, { host }) => [...host.settings.keys()].map((key) => setting.of({ key })),
  item: (_self, [key], { host }) => {
    if (!host.settings.has(String(key))) throw itemNotFound(`setting ${String(key)}`);
    return setting.of({ key: String(key) });
  },
  methods: {
    add: (_self, [key, value], { host, runtime }) => {
      const json = JSON.stringify(value);
      let size = json.length;
      for (const [other, known] of host.settings) if (other !== key) size += known.length;
      if (size > SETTINGS_LIMIT) throw invalidArgument("the settings of a workbook may hold 2 MB");
      host.settings.set(text(key, "key"), json);
      host.dispatcher.settingsChanged(runtime);
      return setting.of({ key: String(key) });
    },
    getCount: (_self, _args, { host }) => host.settings.size,
    getItemOrNullObject: (_self, [key], { host }) =>
      host.settings.has(String(key)) ? setting.of({ key: String(key) }) : NULL_OBJECT,
  },
});

/** Longer keys of custom properties are refused, longer values cut. */
const PROPERTY_LENGTH = 255;
const cut = (value: unknown): unknown => (typeof value === "string" ? value.slice(0, PROPERTY_LENGTH) : value);

const customProperty = defineClass<Entry>({
  name: "CustomProperty",
  id: ({ key }) => key,
  properties: {
    key: { get: ({ key }) => key },
    type: {
      get: ({ key }, { host }) => {
        const value = host.customProperties.get(key);
        return typeof value === "number" ? "Number" : typeof value === "boolean" ? "Boolean" : "String";
      },
    },
    value: {
      get: ({ key }, { host }) => host.customProperties.get(key) ?? null,
      set: ({ key }, value, { host }) => {
        host.customProperties.set(key, cut(value));
      },
    },
  },
  methods: {
    delete: ({ key }, _args, { host }) => {
      host.customProperties.delete(key);
      return null;
    },
  },
});

const customProperties = defineClass<null>({
  name: "CustomPropertyCollection",
  items: (_self, { host }) => [...host.customProperties.keys()].map((key) => customProperty.of({ key })),
  item: (_self, [key], { host }) => {
    const found = [...host.customProperties.keys()].find((one) => one.toLowerCase() === String(key).toLowerCase());
    if (found === undefined) throw itemNotFound(`property ${String(key)}`);
    return customProperty.of({ key: found });
  },
  methods: {
    add: (_self, [key, value], { host }) => {
      const name = text(key, "key");
      if (name.length > PROPERTY_LENGTH)
        throw invalidArgument(`a key has at most ${String(PROPERTY_LENGTH)} characters`);
      host.customProperties.set(name, cut(value));
      return customProperty.of({ key: name });
    },
    deleteAll: (_self, _args, { host }) => {
      host.customProperties.clear();
      return null;
    },
    getCount: (_self, _args, { host }) => host.customProperties.size,
    getItemOrNullObject: (_self, [key], { host }) => {
      const found = [...host.customProperties.keys()].find((one) => one.toLowerCase() === String(key).toLowerCase());
      return found === undefined ? NULL_OBJECT : customProperty.of({ key: found });
    },
  },
});

const WRITABLE = [
  "author",
  "category",
  "comments",
  "company",
  "keywords",
  "manager",
  "revisionNumber",
  "subject",
  "title",
];

defineClass<null>({
  name: "DocumentProperties",
  properties: {
    ...Object.fromEntries(
      WRITABLE.map((name) => [
        name,
        {
          get: (_self: null, { host }: { host: { documentProperties: Map<string, unknown> } }) =>
            host.documentProperties.get(name) ?? "",
          set: (_self: null, value: unknown, { host }: { host: { documentProperties: Map<string, unknown> } }) => {
            host.documentProperties.set(name, value);
          },
        },
      ]),
    ),
    creationDate: { get: () => "1970-01-01T00:00:00.000Z" },
    lastAuthor: { get: () => "" },
  },
  objects: { custom: () => customProperties.of(null) },
});

/** Custom properties of a worksheet, which stay with the sheet. */
interface SheetEntry {
  readonly sheetId: string;
  readonly key: string;
}

const sheetProperty = defineClass<SheetEntry>({
  name: "WorksheetCustomProperty",
  id: ({ key }) => key,
  properties: {
    key: { get: ({ key }) => key },
    value: {
      get: ({ sheetId, key }, { host }) => host.sheetState(sheetId).customProperties.get(key) ?? "",
      set: ({ sheetId, key }, value, { host }) => {
        host.sheetState(sheetId).customProperties.set(key, text(cut(value), "value"));
      },
    },
  },
  methods: {
    delete: ({ sheetId, key }, _args, { host }) => {
      host.sheetState(sheetId).customProperties.delete(key);
      return null;
    },
  },
});

const sameKey = (keys: Iterable<string>, key: unknown): string | undefined =>
  [...keys].find((one) => one.toLowerCase() === String(key).toLowerCase());

defineClass<string>({
  name: "WorksheetCustomPropertyCollection",
  items: (sheetId, { host }) =>
    [...host.sheetState(sheetId).customProperties.keys()].map((key) => sheetProperty.of({ sheetId, key })),
  item: (sheetId, [key], { host }) => {
    const found = sameKey(host.sheetState(sheetId).customProperties.keys(), key);
    if (found === undefined) throw itemNotFound(`property ${String(key)}`);
    return sheetProperty.of({ sheetId, key: found });
  },
  methods: {
    add: (sheetId, [key, value], { host }) => {
      const { customProperties: known } = host.sheetState(sheetId);
      const name = sameKey(known.keys(), key) ?? text(key, "key").slice(0, PROPERTY_LENGTH);
      known.set(name, text(cut(value), "value"));
      return sheetProperty.of({ sheetId, key: name });
    },
    getCount: (sheetId, _args, { host }) => host.sheetState(sheetId).customProperties.size,
    getItemOrNullObject: (sheetId, [key], { host }) => {
      const found = sameKey(host.sheetState(sheetId).customProperties.keys(), key);
      return found === undefined ? NULL_OBJECT : sheetProperty.of({ sheetId, key: found });
    },
  },
});

import { contains, formatAddress, intersect, subtract } from "../a1";
import { defineClass, isHostObject } from "../bridge/model";
import type { Call } from "../bridge/model";
import type { TrackedRange } from "../engine/tracked-ranges";
import type { ValidationRule } from "../engine/sheet-state";
import { invalidArgument } from "../errors";
import { areaFrom, areaOfRange, flag } from "./lookup";
import { requirePermission } from "./protection";
import { checkValidationRule, isValid } from "./validation-rules";

const KINDS: Readonly<Record<string, string>> = {
  wholeNumber: "WholeNumber",
  decimal: "Decimal",
  list: "List",
  date: "Date",
  time: "Time",
  textLength: "TextLength",
  custom: "Custom",
};

/** Excel's limits: a list written out may have 255 characters, a title 32, a message 255. */
const LIST_LENGTH = 255;
const TITLE_LENGTH = 32;
const MESSAGE_LENGTH = 255;

function ruleOf(self: TrackedRange, call: Call): ValidationRule | undefined {
  return call.host.sheetState(self.sheetId).validations.findLast(({ area }) => contains(area, areaOfRange(self)));
}

/** Puts a rule on the range; what other rules said about it is gone. */
function put(self: TrackedRange, call: Call, patch: Partial<ValidationRule>): void {
  requirePermission(call.host, self.sheetId);
  const area = areaOfRange(self);
  const before = ruleOf(self, call);
  const rule: ValidationRule = {
    rule: {},
    prompt: EMPTY_PROMPT,
    errorAlert: EMPTY_ALERT,
    ignoreBlanks: true,
    ...before,
    ...patch,
    area,
  };
  call.host.editState(self.sheetId, (state) => {
    state.validations = [...state.validations.filter((other) => !contains(area, other.area)), rule];
  });
  call.host.onValidations(self.sheetId);
}

const EMPTY_PROMPT = { showPrompt: true, title: "", message: "" };
const EMPTY_ALERT = { showAlert: true, style: "Stop", title: "", message: "" };

function checkTexts(value: unknown): Record<string, unknown> {
  const texts = (value ?? {}) as Record<string, unknown>;
  if (String(texts["title"] ?? "").length > TITLE_LENGTH)
    throw invalidArgument(`a title has at most ${String(TITLE_LENGTH)} characters`);
  if (String(texts["message"] ?? "").length > MESSAGE_LENGTH)
    throw invalidArgument(`a message has at most ${String(MESSAGE_LENGTH)} characters`);
  return texts;
}

/** Checks a rule as given and makes ranges in it addresses. */
function checkRule(value: unknown, self: TrackedRange, call: Call): Record<string, unknown> {
  const kinds = Object.keys((value ?? {}) as object);
  const kind = kinds[0];
  if (kinds.length !== 1 || kind === undefined || !(kind in KINDS))
    throw invalidArgument("a validation rule has exactly one kind");
  const given = (value as Record<string, Record<string, unknown>>)[kind] ?? {};
  const rule: Record<string, unknown> = { ...given };
  for (const [key, entry] of Object.entries(given)) {
    if (!isHostObject(entry)) continue;
    const target = areaFrom(call.host, self.sheetId, entry);
    rule[key] = `=${formatAddress(call.host.engine.sheet(target.sheetId)?.getName() ?? "", target.area)}`;
  }
  const source = rule["source"];
  if (kind === "list" && typeof source === "string" && !source.startsWith("=") && source.length > LIST_LENGTH) {
    throw invalidArgument(`a list written out has at most ${String(LIST_LENGTH)} characters`);
  }
  checkValidationRule(kind, rule, call.host);
  return { [kind]: rule };
}

defineClass<TrackedRange>({
  name: "DataValidation",
  properties: {
    rule: {
      get: (self, call) => ruleOf(self, call)?.rule ?? {},
      set: (self, value, call) => {
        put(self, call, { rule: checkRule(value, self, call) });
      },
    },
    prompt: {
      get: (self, call) => ruleOf(self, call)?.prompt ?? EMPTY_PROMPT,
      set: (self, value, call) => {
        put(self, call, { prompt: checkTexts(value) });
      },
    },
    errorAlert: {
      get: (self, call) => ruleOf(self, call)?.errorAlert ?? EMPTY_ALERT,
      set: (self, value, call) => {
        put(self, call, { errorAlert: checkTexts(value) });
      },
    },
    ignoreBlanks: {
      get: (self, call) => ruleOf(self, call)?.ignoreBlanks ?? true,
      set: (self, value, call) => {
        put(self, call, { ignoreBlanks: flag(value, "ignoreBlanks") });
      },
    },
    valid: { get: (self, call) => isValid(call.host, self.sheetId, areaOfRange(self)) },
    type: {
      get: (self, call) => {
        const rule = ruleOf(self, call);
        if (rule) return KINDS[Object.keys(rule.rule)[0] ?? ""] ?? "None";
        const some = call.host
          .sheetState(self.sheetId)
          .validations.some(({ area }) => intersect(area, areaOfRange(self)));
        return some ? "Inconsistent" : "None";
      },
    },
  },
  methods: {
    clear: (self, _args, call) => {
      requirePermission(call.host, self.sheetId);
      const cleared = areaOfRange(self);
      call.host.editState(self.sheetId, (state) => {
        state.validations = state.validations.flatMap((rule) =>
          subtract(rule.area, cleared).map((area) => ({ ...rule, area })),
        );
      });
      call.host.onValidations(self.sheetId);
      return null;
    },
  },
});

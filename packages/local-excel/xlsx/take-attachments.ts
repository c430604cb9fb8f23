/** What hangs on the cells of a sheet, as a snapshot: tables, validation, comments, links, protection, filter. */
import type { Worksheet } from "@univerjs/core";
import { formatArea } from "../host/a1";
import type { SheetState, ValidationRule } from "../host/engine/sheet-state";
import type { Host } from "../host/host";
import { passwordHash } from "../host/password-hash";
import { present } from "./present";
import type {
  CommentSnapshot,
  FilterSnapshot,
  HyperlinkSnapshot,
  ProtectionSnapshot,
  SheetSnapshot,
  TableSnapshot,
  ValidationSnapshot,
} from "./snapshot";

const words = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);

/** A limit as a file holds it. */
const limit = (value: unknown): string => (typeof value === "number" ? String(value) : (words(value) ?? ""));

function ruleOf(rule: ValidationRule["rule"]): Pick<ValidationSnapshot, "list" | "rule"> | undefined {
  const [kind, settings] = Object.entries(rule)[0] ?? [];
  if (kind === undefined) return undefined;
  const { source, operator, formula, formula1, formula2 } = settings as Record<string, unknown>;
  if (kind === "list") return typeof source === "string" ? { list: source } : undefined;
  if (kind === "custom") return { rule: { kind, formula1: limit(formula) } };
  return {
    rule: present({
      kind,
      operator: words(operator),
      formula1: limit(formula1),
      formula2: formula2 === undefined || formula2 === null || formula2 === "" ? undefined : limit(formula2),
    }) as NonNullable<ValidationSnapshot["rule"]>,
  };
}

export function validationsOf(state: SheetState): ValidationSnapshot[] {
  return state.validations.flatMap(({ area, rule, prompt, errorAlert, ignoreBlanks }) => {
    const kept = ruleOf(rule);
    if (!kept) return [];
    const style = typeof errorAlert["style"] === "string" ? errorAlert["style"].toLowerCase() : "stop";
    return [
      present<ValidationSnapshot>({
        address: formatArea(area),
        list: kept.list,
        rule: kept.rule,
        promptTitle: words(prompt["title"]),
        prompt: words(prompt["message"]),
        errorTitle: words(errorAlert["title"]),
        error: words(errorAlert["message"]),
        errorStyle: style === "warning" || style === "information" ? style : "stop",
        showError: errorAlert["showAlert"] !== false,
        ignoreBlanks,
      }),
    ];
  });
}

const filtersOf = (host: Host, id: string): FilterSnapshot => Object.fromEntries(host.filters.of(id) ?? []);

/** The tables of a sheet. */
export function tablesOf(host: Host, sheet: Worksheet): TableSnapshot[] {
  return host.tables.all(sheet.getSheetId()).map((table) => {
    const filters = filtersOf(host, table.id);
    return {
      name: table.name,
      address: formatArea(table.area),
      style: table.style,
      showFilterButton: table.showFilterButton,
      showBandedRows: table.showBandedRows,
      ...(table.showHeaders ? {} : { showHeaders: false, columns: table.columns.map(({ name }) => name) }),
      ...(table.showTotals ? { showTotals: true } : {}),
      ...(Object.keys(filters).length > 0 ? { filters } : {}),
    };
  });
}

const commentsOf = (state: SheetState): CommentSnapshot[] =>
  state.comments.map(({ area, author, created, content, resolved, replies }) => ({
    address: formatArea(area),
    author,
    created,
    text: content,
    resolved,
    replies: replies.map((reply) => ({ author: reply.author, created: reply.created, text: reply.content })),
  }));

const linksOf = (state: SheetState): HyperlinkSnapshot[] =>
  state.hyperlinks.map(({ area, link }) =>
    present<HyperlinkSnapshot>({
      address: formatArea(area),
      target: words(link["address"]),
      location: words(link["documentReference"]),
      tip: words(link["screenTip"]),
    }),
  );

function protectionOf({ protection }: SheetState): ProtectionSnapshot | undefined {
  if (!protection.protected) return undefined;
  const { options, password } = protection;
  const hash = protection.passwordHash ?? (password === undefined ? undefined : passwordHash(password));
  return present<ProtectionSnapshot>({ options, passwordHash: hash });
}

/** Comments, links, protection and filter, where there are any. */
export function attachmentsOf(host: Host, sheet: Worksheet, state: SheetState): Partial<SheetSnapshot> {
  const comments = commentsOf(state);
  const hyperlinks = linksOf(state);
  const protection = protectionOf(state);
  const { autoFilter } = state;
  return {
    ...(comments.length > 0 ? { comments } : {}),
    ...(hyperlinks.length > 0 ? { hyperlinks } : {}),
    ...(protection ? { protection } : {}),
    ...(autoFilter
      ? { autoFilter: { address: formatArea(autoFilter), criteria: filtersOf(host, sheet.getSheetId()) } }
      : {}),
  };
}

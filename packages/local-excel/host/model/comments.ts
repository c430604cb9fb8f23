import { contains, isSingleCell } from "../a1";
import { defineClass, objectOf } from "../bridge/model";
import type { Call } from "../bridge/model";
import type { CommentState } from "../engine/sheet-state";
import { invalidArgument, itemNotFound } from "../errors";
import { areaFrom, flag, number, rangeAt, text } from "./lookup";
import { requirePermission } from "./protection";

interface CommentSelf {
  readonly sheetId: string;
  readonly id: string;
}

function comment({ sheetId, id }: CommentSelf, call: Call): CommentState {
  const found = call.host.sheetState(sheetId).comments.find((one) => one.id === id);
  if (!found) throw itemNotFound("the comment was deleted");
  return found;
}

/** Comments of one sheet, or of all. */
function selves(sheetId: string | undefined, call: Call): CommentSelf[] {
  const sheets = sheetId === undefined ? call.host.engine.sheets().map((sheet) => sheet.getSheetId()) : [sheetId];
  return sheets.flatMap((id) => call.host.sheetState(id).comments.map((one) => ({ sheetId: id, id: one.id })));
}

/** Content as text, or with mentions: `{richContent, mentions}`, where `<at id="0">Name</at>` stands for a mention. */
function contentOf(value: unknown): Pick<CommentState, "content" | "richContent" | "mentions"> {
  if (typeof value === "string") {
    if (value === "") throw invalidArgument("a comment without text");
    return { content: value, richContent: "", mentions: [] };
  }
  const { richContent, mentions } = (value ?? {}) as { richContent?: unknown; mentions?: unknown };
  const rich = text(richContent, "richContent");
  const named = Array.isArray(mentions) ? (mentions as CommentState["mentions"]) : [];
  return { content: rich.replace(MENTION, "$1"), richContent: rich, mentions: named };
}

const MENTION = /<at id="[^"]*">(.*?)<\/at>/gs;

/** Comments change as a part of the undo step of their request. */
function change(self: CommentSelf, call: Call, patch: Partial<CommentState>): void {
  const { id } = comment(self, call);
  call.host.editState(self.sheetId, (state) => {
    state.comments = state.comments.map((one) => (one.id === id ? { ...one, ...patch } : one));
  });
}

defineClass<CommentSelf>({
  name: "Comment",
  id: ({ id }) => id,
  properties: {
    id: { get: ({ id }) => id },
    content: {
      get: (self, call) => comment(self, call).content,
      set: (self, value, call) => {
        change(self, call, contentOf(text(value, "content")));
      },
    },
    contentType: { get: (self, call) => (comment(self, call).richContent === "" ? "Plain" : "Mention") },
    richContent: { get: (self, call) => comment(self, call).richContent },
    mentions: { get: (self, call) => comment(self, call).mentions },
    authorName: { get: () => "" },
    resolved: {
      get: (self, call) => comment(self, call).resolved,
      set: (self, value, call) => {
        change(self, call, { resolved: flag(value, "resolved") });
      },
    },
  },
  methods: {
    delete: (self, _args, call) => {
      call.host.editState(self.sheetId, (state) => {
        state.comments = state.comments.filter(({ id }) => id !== self.id);
      });
      return null;
    },
    updateMentions: (self, [content], call) => {
      change(self, call, contentOf(content));
      return null;
    },
    getLocation: (self, _args, call) => rangeAt(call, self.sheetId, comment(self, call).area),
  },
});

defineClass<string | undefined>({
  name: "CommentCollection",
  items: (sheetId, call) => selves(sheetId, call).map((self) => objectOf("Comment", self)),
  item: (sheetId, [id], call) => {
    const found = selves(sheetId, call).find((self) => self.id === id);
    if (!found) throw itemNotFound(`comment ${String(id)}`);
    return objectOf("Comment", found);
  },
  methods: {
    add: (sheetId, [address, content], call) => {
      const home = sheetId ?? call.host.engine.workbook.getActiveSheet().getSheetId();
      const target = areaFrom(call.host, home, address);
      requirePermission(call.host, target.sheetId, "allowEditObjects");
      if (!isSingleCell(target.area)) throw invalidArgument("a comment belongs to one cell");
      const { comments } = call.host.sheetState(target.sheetId);
      if (comments.some(({ area }) => contains(area, target.area)))
        throw invalidArgument("the cell has a comment already");
      const id = `{comment-${String(call.host.nextId())}}`;
      const added = { id, area: target.area, resolved: false, ...contentOf(content) };
      call.host.editState(target.sheetId, (state) => {
        state.comments = [...state.comments, added];
      });
      return objectOf("Comment", { sheetId: target.sheetId, id });
    },
    getCount: (sheetId, _args, call) => selves(sheetId, call).length,
    getItemAt: (sheetId, [index], call) => {
      const found = selves(sheetId, call)[number(index, "index")];
      if (!found) throw itemNotFound(`comment ${String(index)}`);
      return objectOf("Comment", found);
    },
    getItemByCell: (sheetId, [cell], call) => {
      const home = sheetId ?? call.host.engine.workbook.getActiveSheet().getSheetId();
      const target = areaFrom(call.host, home, cell);
      const found = call.host.sheetState(target.sheetId).comments.find(({ area }) => contains(area, target.area));
      if (!found) throw itemNotFound("the cell has no comment");
      return objectOf("Comment", { sheetId: target.sheetId, id: found.id });
    },
  },
});

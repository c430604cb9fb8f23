import { contains } from "../a1";
import { defineClass, objectOf } from "../bridge/model";
import type { Call } from "../bridge/model";
import type { CommentState } from "../engine/sheet-state";
import { invalidArgument, itemNotFound } from "../errors";
import { areaFrom, number, rangeAt, text } from "./lookup";

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

defineClass<CommentSelf>({
  name: "Comment",
  id: ({ id }) => id,
  properties: {
    id: { get: ({ id }) => id },
    content: {
      get: (self, call) => comment(self, call).content,
      set: (self, value, call) => {
        comment(self, call).content = text(value, "content");
      },
    },
    authorName: { get: () => "" },
    resolved: { get: () => false },
  },
  methods: {
    delete: (self, _args, call) => {
      const state = call.host.sheetState(self.sheetId);
      state.comments = state.comments.filter(({ id }) => id !== self.id);
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
      const { comments } = call.host.sheetState(target.sheetId);
      if (comments.some(({ area }) => contains(area, target.area)))
        throw invalidArgument("the cell has a comment already");
      const id = `{comment-${String(call.host.nextId())}}`;
      comments.push({ id, area: target.area, content: typeof content === "string" ? content : "" });
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

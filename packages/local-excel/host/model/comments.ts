import { contains, isSingleCell } from "../a1";
import type { Area } from "../a1";
import { NULL_OBJECT, defineClass, objectOf } from "../bridge/model";
import type { Call, HostObject } from "../bridge/model";
import { COAUTHOR_MACHINE } from "../engine/engine";
import type { CommentState, ReplyState } from "../engine/sheet-state";
import { EVENT, WORKBOOK_TARGET } from "../events/event-numbers";
import { invalidArgument, itemNotFound } from "../errors";
import { commentEvents } from "./event-members";
import { areaFrom, flag, number, rangeAt, text } from "./lookup";
import { requirePermission } from "./protection";

interface CommentSelf {
  readonly sheetId: string;
  readonly id: string;
}

interface ReplySelf extends CommentSelf {
  readonly replyId: string;
}

type Content = Pick<CommentState, "content" | "richContent" | "mentions">;
type ChangeType =
  "CommentEdited" | "CommentResolved" | "CommentReopened" | "ReplyAdded" | "ReplyDeleted" | "ReplyEdited";

function comment({ sheetId, id }: CommentSelf, call: Call): CommentState {
  const found = call.host.sheetState(sheetId).comments.find((one) => one.id === id);
  if (!found) throw itemNotFound("the comment was deleted");
  return found;
}

function reply(self: ReplySelf, call: Call): ReplyState {
  const found = comment(self, call).replies.find(({ id }) => id === self.replyId);
  if (!found) throw itemNotFound("the reply was deleted");
  return found;
}

/** Comments of one sheet, or of all. */
function selves(sheetId: string | undefined, call: Call): CommentSelf[] {
  const sheets = sheetId === undefined ? call.host.engine.sheets().map((sheet) => sheet.getSheetId()) : [sheetId];
  return sheets.flatMap((id) => call.host.sheetState(id).comments.map((one) => ({ sheetId: id, id: one.id })));
}

const MENTION = /<at id="[^"]*">(.*?)<\/at>/gs;

/** Content as text, or with mentions: `{richContent, mentions}`, where `<at id="0">Name</at>` stands for a mention. */
function contentOf(value: unknown): Content {
  if (typeof value === "string") {
    if (value === "") throw invalidArgument("a comment without text");
    return { content: value, richContent: "", mentions: [] };
  }
  const { richContent, mentions } = (value ?? {}) as { richContent?: unknown; mentions?: unknown };
  const rich = text(richContent, "richContent");
  const named = Array.isArray(mentions) ? (mentions as CommentState["mentions"]) : [];
  return { content: rich.replace(MENTION, "$1"), richContent: rich, mentions: named };
}

/** What is new about a comment or a reply: its identity, who wrote it, and when. */
function written(kind: "comment" | "reply", call: Call): Pick<CommentState, "id" | "author" | "created"> {
  const author = call.runtime.machine === COAUTHOR_MACHINE ? "Co-author" : "User";
  return {
    id: `{${kind}-${String(call.host.nextId())}}`,
    author,
    created: new Date().toISOString(),
  };
}

const addressOf = (author: string): string => `${author.toLowerCase()}@example.com`;

function tell(type: number, self: CommentSelf, replyIds: readonly string[], call: Call, changeType?: ChangeType): void {
  const details = { commentDetails: [{ commentId: self.id, replyIds }], ...(changeType ? { changeType } : {}) };
  call.host.dispatcher.objectEvent(type, self.sheetId, self.id, details, call.host.engine.origin);
}

/** Comments change as a part of the undo step of their request. */
function change(
  self: CommentSelf,
  call: Call,
  patch: Partial<CommentState>,
  changeType: ChangeType,
  replyIds: readonly string[] = [],
): void {
  const { id } = comment(self, call);
  requirePermission(call.host, self.sheetId, "allowEditObjects");
  call.host.editState(self.sheetId, (state) => {
    state.comments = state.comments.map((one) => (one.id === id ? { ...one, ...patch } : one));
  });
  tell(EVENT.commentChanged, self, replyIds, call, changeType);
}

function changeReply(self: ReplySelf, call: Call, patch: Content): void {
  reply(self, call);
  const replies = comment(self, call).replies.map((one) => (one.id === self.replyId ? { ...one, ...patch } : one));
  change(self, call, { replies }, "ReplyEdited", [self.replyId]);
}

defineClass<CommentSelf>({
  name: "Comment",
  id: ({ id }) => id,
  properties: {
    id: { get: ({ id }) => id },
    content: {
      get: (self, call) => comment(self, call).content,
      set: (self, value, call) => {
        change(self, call, contentOf(text(value, "content")), "CommentEdited");
      },
    },
    contentType: { get: (self, call) => (comment(self, call).richContent === "" ? "Plain" : "Mention") },
    richContent: { get: (self, call) => comment(self, call).richContent },
    mentions: { get: (self, call) => comment(self, call).mentions },
    authorName: { get: (self, call) => comment(self, call).author },
    authorEmail: { get: (self, call) => addressOf(comment(self, call).author) },
    creationDate: { get: (self, call) => comment(self, call).created },
    resolved: {
      get: (self, call) => comment(self, call).resolved,
      set: (self, value, call) => {
        const resolved = flag(value, "resolved");
        change(self, call, { resolved }, resolved ? "CommentResolved" : "CommentReopened");
      },
    },
  },
  objects: { replies: (self) => objectOf("CommentReplyCollection", self) },
  methods: {
    delete: (self, _args, call) => {
      const replyIds = comment(self, call).replies.map(({ id }) => id);
      requirePermission(call.host, self.sheetId, "allowEditObjects");
      call.host.editState(self.sheetId, (state) => {
        state.comments = state.comments.filter(({ id }) => id !== self.id);
      });
      tell(EVENT.commentDeleted, self, replyIds, call);
      return null;
    },
    updateMentions: (self, [content], call) => {
      change(self, call, contentOf(content), "CommentEdited");
      return null;
    },
    getLocation: (self, _args, call) => rangeAt(call, self.sheetId, comment(self, call).area),
  },
});

function commentAt(sheetId: string | undefined, cell: unknown, call: Call): HostObject {
  const home = sheetId ?? call.host.engine.workbook.getActiveSheet().getSheetId();
  const target = areaFrom(call.host, home, cell);
  const found = call.host.sheetState(target.sheetId).comments.find(({ area }) => contains(area, target.area));
  if (!found) throw itemNotFound("the cell has no comment");
  return objectOf("Comment", { sheetId: target.sheetId, id: found.id });
}

function add(target: { sheetId: string; area: Area }, content: unknown, call: Call): HostObject {
  requirePermission(call.host, target.sheetId, "allowEditObjects");
  if (!isSingleCell(target.area)) throw invalidArgument("a comment belongs to one cell");
  const { comments } = call.host.sheetState(target.sheetId);
  if (comments.some(({ area }) => contains(area, target.area))) throw invalidArgument("the cell has a comment already");
  const added = {
    ...written("comment", call),
    area: target.area,
    resolved: false,
    replies: [],
    ...contentOf(content),
  };
  call.host.editState(target.sheetId, (state) => {
    state.comments = [...state.comments, added];
  });
  const self = { sheetId: target.sheetId, id: added.id };
  tell(EVENT.commentAdded, self, [], call);
  return objectOf("Comment", self);
}

defineClass<string | undefined>({
  name: "CommentCollection",
  items: (sheetId, call) => selves(sheetId, call).map((self) => objectOf("Comment", self)),
  item: (sheetId, [id], call) => {
    const found = selves(sheetId, call).find((self) => self.id === id);
    if (!found) throw itemNotFound(`comment ${String(id)}`);
    return objectOf("Comment", found);
  },
  methods: {
    ...commentEvents<string | undefined>((sheetId) => sheetId ?? WORKBOOK_TARGET),
    add: (sheetId, [address, content], call) => {
      const home = sheetId ?? call.host.engine.workbook.getActiveSheet().getSheetId();
      return add(areaFrom(call.host, home, address), content, call);
    },
    getCount: (sheetId, _args, call) => selves(sheetId, call).length,
    getItemAt: (sheetId, [index], call) => {
      const found = selves(sheetId, call)[number(index, "index")];
      if (!found) throw itemNotFound(`comment ${String(index)}`);
      return objectOf("Comment", found);
    },
    getItemByCell: (sheetId, [cell], call) => commentAt(sheetId, cell, call),
    getItemByReplyId: (sheetId, [replyId], call) => {
      const found = selves(sheetId, call).find((self) => comment(self, call).replies.some(({ id }) => id === replyId));
      if (!found) throw itemNotFound(`reply ${String(replyId)}`);
      return objectOf("Comment", found);
    },
    getItemOrNullObject: (sheetId, [id], call) => {
      const found = selves(sheetId, call).find((self) => self.id === id);
      return found ? objectOf("Comment", found) : NULL_OBJECT;
    },
  },
});

defineClass<ReplySelf>({
  name: "CommentReply",
  id: ({ replyId }) => replyId,
  properties: {
    id: { get: ({ replyId }) => replyId },
    content: {
      get: (self, call) => reply(self, call).content,
      set: (self, value, call) => {
        changeReply(self, call, contentOf(text(value, "content")));
      },
    },
    contentType: { get: (self, call) => (reply(self, call).richContent === "" ? "Plain" : "Mention") },
    richContent: { get: (self, call) => reply(self, call).richContent },
    mentions: { get: (self, call) => reply(self, call).mentions },
    authorName: { get: (self, call) => reply(self, call).author },
    authorEmail: { get: (self, call) => addressOf(reply(self, call).author) },
    creationDate: { get: (self, call) => reply(self, call).created },
    resolved: { get: (self, call) => comment(self, call).resolved },
  },
  methods: {
    delete: (self, _args, call) => {
      reply(self, call);
      const replies = comment(self, call).replies.filter(({ id }) => id !== self.replyId);
      change(self, call, { replies }, "ReplyDeleted", [self.replyId]);
      return null;
    },
    getLocation: (self, _args, call) => rangeAt(call, self.sheetId, comment(self, call).area),
    getParentComment: ({ sheetId, id }) => objectOf("Comment", { sheetId, id }),
    updateMentions: (self, [content], call) => (changeReply(self, call, contentOf(content)), null),
  },
});

function replies(self: CommentSelf, call: Call): ReplySelf[] {
  return comment(self, call).replies.map(({ id }) => ({ ...self, replyId: id }));
}

defineClass<CommentSelf>({
  name: "CommentReplyCollection",
  items: (self, call) => replies(self, call).map((one) => objectOf("CommentReply", one)),
  item: (self, [id], call) => {
    const found = replies(self, call).find(({ replyId }) => replyId === id);
    if (!found) throw itemNotFound(`reply ${String(id)}`);
    return objectOf("CommentReply", found);
  },
  methods: {
    add: (self, [content], call) => {
      const added = { ...written("reply", call), ...contentOf(content) };
      change(self, call, { replies: [...comment(self, call).replies, added] }, "ReplyAdded", [added.id]);
      return objectOf("CommentReply", { ...self, replyId: added.id });
    },
    getCount: (self, _args, call) => replies(self, call).length,
    getItemAt: (self, [index], call) => {
      const found = replies(self, call)[number(index, "index")];
      if (!found) throw itemNotFound(`reply ${String(index)}`);
      return objectOf("CommentReply", found);
    },
    getItemOrNullObject: (self, [id], call) => {
      const found = replies(self, call).find(({ replyId }) => replyId === id);
      return found ? objectOf("CommentReply", found) : NULL_OBJECT;
    },
  },
});

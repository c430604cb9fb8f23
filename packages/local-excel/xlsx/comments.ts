/** Comments and their replies as files hold them, in and out. */
import { randomUUID } from "node:crypto";
import type { CommentSnapshot } from "./snapshot";
import { escaped } from "./xml";

const NAMESPACE = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments";
const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const guid = (): string => `{${randomUUID().toUpperCase()}}`;

/** The people who wrote comments, by name. */
export class People {
  private readonly ids = new Map<string, string>();

  id(author: string): string {
    const id = this.ids.get(author) ?? guid();
    this.ids.set(author, id);
    return id;
  }

  get any(): boolean {
    return this.ids.size > 0;
  }

  xml(): string {
    const people = [...this.ids].map(
      ([name, id]) => `<person displayName="${escaped(name)}" id="${id}" userId="${escaped(name)}" providerId="None"/>`,
    );
    return `${HEADER}<personList xmlns="${NAMESPACE}">${people.join("")}</personList>`;
  }
}

/** A comment with the identity by which its note for older programs names it. */
export interface NumberedComment extends CommentSnapshot {
  readonly id: string;
}

/** Gives comments identities. */
export const numberedComments = (comments: readonly CommentSnapshot[]): NumberedComment[] =>
  comments.map((comment) => ({ ...comment, id: guid() }));

/** The note that programs without threads show: the comment and its replies as text. */
export function noteOf({ text, replies }: CommentSnapshot): string {
  return [text, ...replies.map((reply) => `${reply.author}: ${reply.text}`)].join("\n");
}

/** The part with the comments of one sheet. */
export function threadedComments(comments: readonly NumberedComment[], people: People): string {
  const element = (
    ref: string,
    { author, created, text }: { author: string; created: string; text: string },
    id: string,
    more: string,
  ): string =>
    `<threadedComment ref="${ref}" dT="${created.replace(/Z$/, "")}" personId="${people.id(author)}" id="${id}"${more}><text>${escaped(text)}</text></threadedComment>`;
  const all = comments.flatMap((comment) => [
    element(comment.address, comment, comment.id, comment.resolved ? ' done="1"' : ""),
    ...comment.replies.map((reply) => element(comment.address, reply, guid(), ` parentId="${comment.id}"`)),
  ]);
  return `${HEADER}<ThreadedComments xmlns="${NAMESPACE}">${all.join("")}</ThreadedComments>`;
}

/** Parts as the parser of parts.ts gives them. */
export interface ThreadedCommentsXml {
  ThreadedComments?: { threadedComment?: (Readonly<Record<string, string>> & { text?: string })[] } | "";
}
export interface PersonListXml {
  personList?: { person?: Readonly<Record<string, string>>[] } | "";
}

/** The comments of a sheet with their replies. */
export function readThreadedComments(part: ThreadedCommentsXml, people: PersonListXml): CommentSnapshot[] {
  const names = new Map(
    ((people.personList || {}).person ?? []).map((person) => [person["@id"], person["@displayName"] ?? ""]),
  );
  const found = new Map<string, CommentSnapshot>();
  for (const one of (part.ThreadedComments || {}).threadedComment ?? []) {
    const time = one["@dT"] ?? "";
    const created = time.endsWith("Z") || time === "" ? time : `${time}Z`;
    const written = { author: names.get(one["@personId"]) ?? "", created, text: one.text ?? "" };
    const parent = found.get(one["@parentId"] ?? "");
    if (parent) parent.replies.push(written);
    else
      found.set(one["@id"] ?? "", {
        address: one["@ref"] ?? "",
        resolved: one["@done"] === "1",
        replies: [],
        ...written,
      });
  }
  return [...found.values()];
}

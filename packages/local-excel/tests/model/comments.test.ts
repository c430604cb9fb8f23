import type { HeadlessExcel } from "../../headless";
import { openSmall, run } from "../open";

let local: HeadlessExcel;

beforeEach(async () => {
  local = await openSmall();
});

afterEach(() => {
  local.close();
});

describe("a comment", () => {
  it("has an author, a date and replies, which are resolved with it", async () => {
    const comment = await run(local, async (context) => {
      const { comments } = context.workbook.worksheets.getItem("Sheet1");
      const added = comments.add("A1", "To do");
      const reply = added.replies.add("Done");
      added.resolved = true;
      added.load("authorName,creationDate,resolved,replies/items/content");
      reply.load("content,resolved,authorEmail");
      const parent = context.workbook.comments.getItemByCell("Sheet1!A1").load("content");
      await context.sync();
      return {
        author: added.authorName,
        age: Date.now() - added.creationDate.getTime(),
        replies: added.replies.items.map(({ content }) => content),
        reply: [reply.content, reply.resolved],
        parent: parent.content,
      };
    });
    expect(comment).toMatchObject({ author: "User", replies: ["Done"], reply: ["Done", true], parent: "To do" });
    expect(comment.age).toBeGreaterThanOrEqual(0);
  });

  it("is told when it comes, changes and goes, for its sheet and for the workbook", async () => {
    const told: string[] = [];
    await run(local, async (context) => {
      const { comments } = context.workbook.worksheets.getItem("Sheet1");
      comments.onAdded.add(({ type }) => Promise.resolve(void told.push(type)));
      comments.onChanged.add(({ changeType, commentDetails }) =>
        Promise.resolve(void told.push(`${changeType} ${String(commentDetails[0]?.replyIds.length)}`)),
      );
      context.workbook.comments.onDeleted.add(({ type }) => Promise.resolve(void told.push(type)));
      await context.sync();
    });
    await run(local, async (context) => {
      const { comments } = context.workbook.worksheets.getItem("Sheet1");
      const comment = comments.add("A1", "To do");
      comment.content = "To do soon";
      comment.replies.add("Yes");
      comment.resolved = true;
      comment.delete();
      await context.sync();
    });
    await local.settled();
    expect(told).toEqual(["CommentAdded", "CommentEdited 0", "ReplyAdded 1", "CommentResolved 0", "CommentDeleted"]);
  });
});

describe("a chart", () => {
  it("is told when it comes, is activated, and goes", async () => {
    const told: string[] = [];
    await run(local, async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.charts.onAdded.add(({ type }) => Promise.resolve(void told.push(type)));
      sheet.charts.onActivated.add(({ type }) => Promise.resolve(void told.push(type)));
      sheet.charts.onDeactivated.add(({ type }) => Promise.resolve(void told.push(type)));
      sheet.charts.onDeleted.add(({ type }) => Promise.resolve(void told.push(type)));
      await context.sync();
    });
    await run(local, async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      const chart = sheet.charts.add("Line", sheet.getRange("A1:B2"));
      chart.activate();
      sheet.getRange("A1").select();
      chart.delete();
      await context.sync();
    });
    await local.settled();
    expect(told).toEqual(["ChartAdded", "ChartActivated", "ChartDeactivated", "ChartDeleted"]);
  });
});

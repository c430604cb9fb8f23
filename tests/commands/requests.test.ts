import { countRequests, MOST_REQUESTS } from "../../tools/bench/requests";

test("the start and each press of the ribbon need few requests to Excel", async () => {
  const counts = await countRequests();
  const above = Object.entries(MOST_REQUESTS).filter(([action, most]) => counts[action as keyof typeof counts] > most);
  expect([above, counts]).toEqual([[], expect.anything()]);
});

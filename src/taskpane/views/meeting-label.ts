/** A meeting as a choice in a list. */
import { formatDate } from "../../programme/messages/language";
import type { Meeting } from "../../programme/model";

/** "2023-09 (8 Sep 2023), Goyang", its id where no more is known. */
export function meetingLabel(meeting: Meeting): string {
  const when = meeting.to ?? meeting.from;
  const parts = [when === null ? meeting.id : `${meeting.id} (${formatDate(when)})`, meeting.place];
  return parts.filter((part) => part !== null).join(", ");
}

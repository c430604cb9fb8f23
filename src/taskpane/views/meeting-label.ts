/** A meeting as a choice in a list. */
import { formatDate } from "../../i18n/language";
import type { Meeting } from "../../domain/model";

/** "2023-09 (8 Sep 2023), Goyang", its id alone where no dates are recorded. */
export function meetingLabel(meeting: Meeting): string {
  const when = meeting.to ?? meeting.from;
  const parts = [when === null ? meeting.id : `${meeting.id} (${formatDate(when)})`, meeting.place];
  return parts.filter((part) => part !== null).join(", ");
}

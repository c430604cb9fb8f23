/**
 * Paths through the transition table. One edit of a cell can include several steps (a determined text is approved although its
 * announcement was not recorded), but a path never passes through another status. The one exception is Not approved, since a
 * study group may decline a text and decide what follows at the same meeting.
 */
import { PROCESSES, type Process, type Status } from "../vocabulary";
import { stateWithCode, type State, type StateCode } from "./states";
import { FORBIDDEN, TRANSITIONS, type Forbidden, type Transition } from "./transition-table";

/** One passage of a transition. */
export interface PathSegment {
  transition: Transition;
  from: StateCode;
  to: StateCode;
}

export type Path = readonly PathSegment[];

const cache = new Map<string, ReadonlyMap<StateCode, readonly Path[]>>();

/**
 * Returns the paths that one edit can follow from a state, by their last state.
 * @param process the item's process; null where it is unknown, and then transitions of all processes are followed
 * @param text "erratum" for a text to which no process applies
 */
export function pathsFrom(
  start: StateCode,
  process: Process | null,
  text: Transition["only"] = undefined,
): ReadonlyMap<StateCode, readonly Path[]> {
  const key = `${start} ${process ?? ""} ${text ?? ""}`;
  const cached = cache.get(key);
  if (cached) return cached;
  const found = new Map<StateCode, Path[]>();
  walk({ start: stateWithCode(start), text }, stateWithCode(start), process, [], found);
  const best = new Map([...found].map(([code, paths]) => [code, withoutDetours(paths)] as const));
  cache.set(key, best);
  return best;
}

/** Returns the row that forbids a change of status; null where there is none. */
export function forbiddenBy(from: State, to: Status, passed: readonly string[]): Forbidden | null {
  return (
    FORBIDDEN.find(
      (row) =>
        row.from.includes(from.status) &&
        (row.states?.includes(from.code) ?? true) &&
        row.to.includes(to) &&
        !row.except.some((id) => passed.includes(id)),
    ) ?? null
  );
}

/** Returns the transitions from a state under a process. */
export function segmentsFrom(from: StateCode, process: Process | null, text?: Transition["only"]): PathSegment[] {
  return TRANSITIONS.flatMap((transition) => {
    if (!Array.isArray(transition.from) || !Array.isArray(transition.to)) return [];
    if (!transition.from.includes(from)) return [];
    if (text === "erratum" ? transition.process.length < PROCESSES.length : transition.only !== undefined) return [];
    if (process === null ? transition.requiresProcess : !transition.process.includes(process)) return [];
    return (transition.to as StateCode[]).map((to) => ({ transition, from, to }));
  });
}

/** Returns the process after a path; null where neither the item nor the path determines it. */
export function processAfter(path: Path, process: Process | null): Process | null {
  return path.reduce<Process | null>((current, { transition }) => {
    if (transition.processAfter) return transition.processAfter;
    return current ?? (transition.process.length === 1 ? (transition.process[0] ?? null) : null);
  }, process);
}

/** The start of the paths of one search, and the kind of text. */
interface PathOrigin {
  start: State;
  text: Transition["only"];
}

function walk(origin: PathOrigin, at: State, process: Process | null, path: Path, found: Map<StateCode, Path[]>): void {
  const { start, text } = origin;
  for (const segment of segmentsFrom(at.code, processAfter(path, process), text)) {
    if (
      (segment.to === start.code && !segment.transition.alone) ||
      path.some((passed) => passed.from === segment.to || passed.to === segment.to)
    )
      continue;
    if ((segment.transition.requiresRecordedStep || segment.transition.alone) && path.length > 0) continue;
    // After Not approved a path continues only with what the study group can decide at the same meeting.
    if (at.status !== start.status && !segment.transition.atOnce) continue;
    const next = stateWithCode(segment.to);
    const longer = [...path, segment];
    const ids = longer.map((passed) => passed.transition.id);
    if (!forbiddenBy(start, next.status, ids)) found.set(next.code, [...(found.get(next.code) ?? []), longer]);
    if (!segment.transition.alone && mayContinue(start, at, next)) walk(origin, next, process, longer, found);
  }
}

/** Removes paths for which a shorter path with the same last transition has no additional waits or remarks. */
function withoutDetours(paths: readonly Path[]): Path[] {
  const waits = (path: Path): string[] =>
    path.flatMap(({ transition }) => transition.waits.map((wait) => `${wait.since} ${wait.period}`));
  const remarks = (path: Path): number => path.filter(({ transition }) => transition.remark === "warning").length;
  const isBetter = (a: Path, b: Path): boolean => {
    const more = waits(b);
    return (
      a.length < b.length &&
      a.at(-1)?.transition === b.at(-1)?.transition &&
      remarks(a) <= remarks(b) &&
      waits(a).every((wait) => more.includes(wait))
    );
  };
  return paths.filter((path) => !paths.some((candidate) => isBetter(candidate, path)));
}

/** A path continues inside its first status, and by one transition after Not approved. */
function mayContinue(start: State, at: State, next: State): boolean {
  if (at.status !== start.status) return false;
  return next.status === start.status || next.status === "Not approved";
}

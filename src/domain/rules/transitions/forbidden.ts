/** Changes of status that the procedures forbid. */
import type { Status } from "../../vocabulary";
import { clause, type Clause } from "../instruments";
import type { StateCode } from "../states";
import { A1, A8, RES1 } from "./row";

/** A change of status that the procedures forbid, even where a chain of permitted steps leads to it. */
export interface Forbidden {
  id: `X-${1 | 2 | 3 | 4 | 5 | 6 | 7}`;
  from: readonly Status[];
  /** The initial states, where not all states of the status. */
  states?: readonly StateCode[];
  to: readonly Status[];
  /** The transitions that are exempt. */
  except: readonly string[];
  clauses: readonly Clause[];
}

/** All forbidden changes. `i18n` has the reasons under the same ids. */
export const FORBIDDEN: readonly Forbidden[] = [
  {
    id: "X-7",
    from: ["Determined"],
    states: ["D2x"],
    to: ["Approved"],
    except: [],
    clauses: [clause(RES1, "9.4.6")],
  },
  {
    id: "X-1",
    from: ["Under study"],
    to: ["Approved"],
    except: ["T48", "T57"],
    clauses: [clause(RES1, "9.3.1"), clause(A8, "3.1")],
  },
  {
    id: "X-2",
    from: ["Pending confirmation"],
    to: ["Determined", "Consented", "Agreed", "Approved"],
    except: [],
    clauses: [clause(A1, "1.4.7")],
  },
  {
    id: "X-3",
    from: ["Consented"],
    to: ["Determined"],
    except: ["T38"],
    clauses: [clause(RES1, "8.3"), clause(A8, "5.2")],
  },
  { id: "X-4", from: ["Determined"], to: ["Consented"], except: [], clauses: [clause(RES1, "8.3")] },
  {
    id: "X-5",
    from: ["Determined", "Consented"],
    to: ["Agreed"],
    except: [],
    clauses: [clause(A1, "1.8.2")],
  },
  {
    id: "X-6",
    from: ["Approved"],
    to: [
      "Pending confirmation",
      "Under study",
      "Determined",
      "Consented",
      "Agreed",
      "Not approved",
      "Deferred to WTSA",
      "Discontinued",
    ],
    except: ["T52", "T55"],
    clauses: [clause(RES1, "9.3.9"), clause(RES1, "9.8.2"), clause(A8, "3.7")],
  },
];
